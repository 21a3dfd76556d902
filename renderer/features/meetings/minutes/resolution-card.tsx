import { Group, TextInput, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import type { MeetingFields } from '#shared/domain/meeting/meeting-record.ts';
import { nextResolutionSymbol } from '#shared/domain/meeting/resolution-symbol.ts';
import { useMeetingsOf } from '#renderer/data/meetings/use-meetings.ts';
import { meetingWorkText } from '#renderer/messages/meeting-work.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import type { PartProps } from '../part-props.ts';
import { PrintPaperButton } from '../pack/print-paper-button.tsx';
import { KeptText } from './kept-text.tsx';
import classes from './minutes.module.css';

const text = meetingWorkText.minutes;

type ResolutionCardProps = PartProps & {
  /** What the conclusion and tasks make of it. */
  readonly draft: string;
  readonly onSave: (changes: Partial<MeetingFields>, seen: number) => Promise<boolean>;
};

/** The resolution: drafted from what was noted, then in a person's words; printed in Party form. */
export function ResolutionCard({ details, mayWrite, draft, onSave }: ResolutionCardProps): ReactNode {
  const { meeting } = details;
  const others = useMeetingsOf(meeting.unitId) ?? [];
  const next = nextResolutionSymbol(others.filter(({ id }) => id !== meeting.id).map((each) => each.resolutionSymbol));
  const [symbol, setSymbol] = useState<string | null>(null);
  const blanks = meeting.resolution.match(/\[\[/gu)?.length ?? 0;
  const saveSymbol = async (): Promise<void> => {
    if (symbol === null) return;
    const line = normalizeLine(symbol);
    if (line === meeting.resolutionSymbol || (await onSave({ resolutionSymbol: line }, meeting.seq))) setSymbol(null);
  };
  return (
    <section className={classes.card} aria-labelledby="resolution-title">
      <Title order={3} id="resolution-title" className={classes.title ?? ''}>
        {text.resolution}
      </Title>
      <TextInput
        className={classes.symbol ?? ''}
        label={text.symbol}
        description={text.symbolHint(next)}
        inputWrapperOrder={['label', 'input', 'description']}
        value={symbol ?? meeting.resolutionSymbol}
        placeholder={next}
        maxLength={60}
        disabled={!mayWrite}
        onChange={(event) => setSymbol(event.currentTarget.value)}
        onBlur={() => void saveSymbol()}
      />
      <KeptText
        // Another text was put in from outside the field: it begins anew.
        key={meeting.resolution === '' ? 'empty' : 'written'}
        draftKey={`meeting-resolution:${meeting.id}`}
        label={text.resolution}
        hint={text.resolutionHint}
        value={meeting.resolution}
        seen={meeting.seq}
        maxLength={20_000}
        minRows={8}
        disabled={!mayWrite}
        onSave={(resolution, seen) => onSave({ resolution }, seen)}
        more={
          meeting.resolution.trim() === '' && (
            <WriteButton variant="default" onClick={() => void onSave({ resolution: draft }, meeting.seq)}>
              {text.compose}
            </WriteButton>
          )
        }
      />
      {blanks > 0 && <p className={classes.alarm}>{text.blanks(blanks)}</p>}
      <Group gap="sm">
        {meeting.resolution.trim() !== '' && <PrintPaperButton details={details} paper="resolution" />}
      </Group>
    </section>
  );
}
