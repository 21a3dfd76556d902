import { NumberInput, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { takeOverPaperBook } from '#renderer/data/registers/ledger-repository.ts';
import type { RegisterRow, TermRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { numbersText } from '#renderer/messages/numbers.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import classes from './numbers.module.css';
import { useSeriesChoice } from './series-field.tsx';

type TakeOverDialogProps = {
  readonly register: RegisterRow;
  readonly terms: readonly TermRow[];
  readonly onClose: () => void;
};

/** Takes a running paper book over: "start at 38". */
export function TakeOverDialog({ register, terms, onClose }: TakeOverDialogProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const { takeOver: text, form } = numbersText;
  const [upTo, setUpTo] = useState<number | null>(null);
  const [reason, setReason] = useState<string>(text.usualReason);
  const [tried, setTried] = useState(false);
  const { series, field, problem } = useSeriesChoice(register, terms, today, undefined);
  const save = async (): Promise<void> => {
    setTried(true);
    if (upTo === null || series === undefined || reason.trim() === '') return;
    const note = { registerId: register.id, series, reason, on: today };
    const saved = await takeOverPaperBook(office, note, upTo);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.done(formatCount(upTo + 1)));
  };
  return (
    <DialogFrame
      title={`${text.title}: ${register.name}`}
      intro={text.intro}
      onClose={onClose}
      onSave={() => void save()}
    >
      {field}
      <NumberInput
        label={text.upTo}
        required
        data-autofocus
        min={1}
        max={20_000}
        allowDecimal={false}
        value={upTo ?? ''}
        onChange={(value) => setUpTo(typeof value === 'number' ? value : null)}
        error={tried && upTo === null ? form.needed : field === null ? problem : undefined}
      />
      <Text className={classes.wide ?? ''} size="sm" aria-live="polite">
        {upTo === null ? '' : text.next(formatCount(upTo + 1))}
      </Text>
      <TextInput
        className={classes.wide ?? ''}
        label={form.reason}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && reason.trim() === '' ? form.needed : undefined}
      />
    </DialogFrame>
  );
}
