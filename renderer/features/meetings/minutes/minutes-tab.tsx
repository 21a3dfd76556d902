import { Button, Group, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { composeMinutes } from '#shared/domain/meeting/compose-minutes.ts';
import { composeResolution } from '#shared/domain/meeting/compose-resolution.ts';
import type { MeetingFields } from '#shared/domain/meeting/meeting-record.ts';
import { saveMeeting } from '#renderer/data/meetings/meeting-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useSetting } from '#renderer/data/settings/use-setting.ts';
import { undo } from '#renderer/data/undo.ts';
import { meetingWorkText } from '#renderer/messages/meeting-work.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import type { PartProps } from '../part-props.ts';
import { PrintPaperButton } from '../pack/print-paper-button.tsx';
import { KeptText } from './kept-text.tsx';
import classes from './minutes.module.css';
import { ResolutionCard } from './resolution-card.tsx';

const text = meetingWorkText.minutes;

/** The chair's conclusion, the minutes composed of everything noted, and the resolution. */
export function MinutesTab({ details, mayWrite }: PartProps): ReactNode {
  const office = useOffice();
  const style = useSetting('paper-style');
  const { meeting } = details;
  const parts = { ...details, tone: style?.tone ?? ('old' as const) };
  const [isEditing, setEditing] = useState(false);
  const isOwnWords = meeting.minutes.trim() !== '';
  const write = async (changes: Partial<MeetingFields>, seen: number, words?: string): Promise<boolean> => {
    const saved = await saveMeeting(office, meeting.id, changes, seen);
    if (!saved.ok) notifyError(saved.error.code);
    else if (words !== undefined) notifyDone(words, { undo: () => void undo(office, saved.value) });
    return saved.ok;
  };
  const composeAgain = async (): Promise<void> => {
    const { title, body, confirm } = text.composeAgainAsk;
    if (!(await askConfirm({ title, body, confirm }))) return;
    setEditing(false);
    await write({ minutes: '' }, meeting.seq, text.saved);
  };
  const composed = composeMinutes(parts);
  return (
    <div className={classes.root}>
      <KeptText
        draftKey={`meeting-conclusion:${meeting.id}`}
        label={text.conclusion}
        hint={text.conclusionHint}
        value={meeting.conclusion}
        seen={meeting.seq}
        maxLength={10_000}
        disabled={!mayWrite}
        onSave={(conclusion, seen) => write({ conclusion }, seen)}
      />
      <section className={classes.card} aria-labelledby="minutes-title">
        <Title order={3} id="minutes-title" className={classes.title ?? ''}>
          {text.minutes}
        </Title>
        <p className={classes.grey}>{isOwnWords ? text.edited : text.composed}</p>
        {isEditing || isOwnWords ? (
          <KeptText
            draftKey={`meeting-minutes:${meeting.id}`}
            label={text.minutes}
            value={isOwnWords ? meeting.minutes : composed}
            seen={meeting.seq}
            maxLength={40_000}
            minRows={10}
            disabled={!mayWrite}
            onSave={(minutes, seen) => write({ minutes }, seen)}
            more={
              <Button variant="default" onClick={() => void composeAgain()}>
                {text.composeAgain}
              </Button>
            }
          />
        ) : (
          <div className={classes.paper} role="document" aria-label={text.minutes} tabIndex={0}>
            {composed}
          </div>
        )}
        <Group gap="sm">
          {mayWrite && !isEditing && !isOwnWords && (
            <WriteButton variant="default" onClick={() => setEditing(true)}>
              {text.edit}
            </WriteButton>
          )}
          <PrintPaperButton details={details} paper="minutes" />
        </Group>
      </section>
      <ResolutionCard
        details={details}
        mayWrite={mayWrite}
        draft={composeResolution(parts)}
        onSave={(changes, seen) => write(changes, seen)}
      />
    </div>
  );
}
