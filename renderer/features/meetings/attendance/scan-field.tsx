import { Button, TextInput } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import { useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import type { RollEntry } from '#shared/domain/meeting/meeting-roll.ts';
import { readScan } from '#shared/domain/meeting/scan-code.ts';
import { meetingWorkText } from '#renderer/messages/meeting-work.ts';
import classes from './attendance.module.css';

const text = meetingWorkText.attendance;

type ScanFieldProps = {
  readonly meetingId: string;
  readonly roll: readonly RollEntry[];
  /** Notes somebody; false when it was refused. */
  readonly onFound: (entry: RollEntry, noted: 'number' | 'scan') => Promise<boolean>;
};

type Said = { readonly words: string; readonly isWrong: boolean };

/** Takes what a scanner types (or a person: the card number); says at once who it was, and waits for the next. */
export function ScanField({ meetingId, roll, onFound }: ScanFieldProps): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (typed.trim() === '') return;
    const reading = readScan(typed, meetingId, roll);
    // The next code may come at once: the field is free before anything is written.
    setTyped('');
    field.current?.focus();
    if (reading.kind !== 'found') {
      setSaid({ words: refusalOf(reading), isWrong: true });
      return;
    }
    const entry = roll.find(({ memberId }) => memberId === reading.memberId);
    if (entry === undefined) return;
    if (entry.status === 'present') {
      setSaid({ words: text.already(entry.name.full), isWrong: false });
      return;
    }
    if (await onFound(entry, reading.noted)) setSaid({ words: text.came(entry.name.full), isWrong: false });
  };
  return (
    <form className={classes.scan} onSubmit={(event) => void submit(event)}>
      <div className={classes.scanLine}>
        <TextInput
          ref={field}
          className={classes.scanField ?? ''}
          size="md"
          label={text.scan}
          title={text.scanHint}
          leftSection={<IconQrcode size="1.25rem" aria-hidden />}
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          maxLength={60}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" size="md" variant="default">
          {text.scanButton}
        </Button>
      </div>
      <div role="status" className={classes.heard} data-wrong={said?.isWrong === true || undefined}>
        {said?.words ?? ''}
      </div>
    </form>
  );
}

function refusalOf(reading: Exclude<ReturnType<typeof readScan>, { kind: 'found' }>): string {
  if (reading.kind === 'unreadable') return text.unreadable;
  if (reading.kind === 'ambiguous') return text.ambiguous;
  return reading.form === 'card' ? text.unknownCard : text.unknownCode;
}
