import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { dayOfMeeting, timeOfInstant } from '#shared/domain/meeting/meeting-plan.ts';
import { isRequired } from '#shared/domain/meeting/meeting-roll.ts';
import { findClosingProblems, type ClosingProblem } from '#shared/domain/meeting/meeting-states.ts';
import { findVoteProblem } from '#shared/domain/meeting/vote-rules.ts';
import { markAttendance } from '#renderer/data/meetings/attendance-repository.ts';
import { closeMeeting } from '#renderer/data/meetings/meeting-repository.ts';
import type { MeetingDetails } from '#renderer/data/meetings/use-meetings.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { Office } from '#renderer/data/office.ts';
import type { MeetingRow } from '#renderer/data/rows.ts';
import { useSetting } from '#renderer/data/settings/use-setting.ts';
import { closingProblemText, meetingsText as text } from '#renderer/messages/meetings.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { endOfMeeting } from '../prepare/prepare-draft.ts';
import classes from './meeting-header.module.css';
import type { MeetingTab } from './meeting-tabs.ts';

type CloseDialogProps = {
  readonly details: MeetingDetails;
  readonly onClose: () => void;
  readonly onGoTo: (tab: MeetingTab) => void;
};

/** Says what is missing before the meeting is closed, leads there, and closes it. */
export function CloseDialog({ details, onClose, onGoTo }: CloseDialogProps): ReactNode {
  const office = useOffice();
  const style = useSetting('paper-style');
  const [busy, setBusy] = useState(false);
  const { roll, figures } = details;
  const [endTime, setEndTime] = useState(() => endTimeOf(details.meeting, office));
  const meeting = { ...details.meeting, endsAt: endOfMeeting(details.meeting.startsAt, endTime) };
  const problems = findProblems({ ...details, meeting }, new Date(office.nowMs()).toISOString());
  const of = (weight: ClosingProblem['weight']): readonly ClosingProblem[] =>
    problems.filter((each) => each.weight === weight);
  const [stops, notes] = [of('stop'), of('note')];

  const markRest = async (): Promise<void> => {
    const rest = roll.filter((entry) => isRequired(entry) && entry.status === null);
    const saved = await markAttendance(
      office,
      meeting.id,
      rest.map((entry) => ({ entry, status: 'absent' })),
    );
    if (!saved.ok) notifyError(saved.error.code);
  };
  const close = async (): Promise<void> => {
    setBusy(true);
    const saved = await closeMeeting(office, meeting.id, { ...details, meeting, tone: style?.tone ?? 'old' });
    setBusy(false);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    onClose();
    notifyDone(text.done.closed);
    onGoTo('minutes');
  };
  const list = (given: readonly ClosingProblem[]): ReactNode => (
    <ul className={classes.problems}>
      {given.map(({ code }) => (
        <li key={code}>{closingProblemText[code]}</li>
      ))}
    </ul>
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={text.close.title}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <TextInput
        size="md"
        mb="sm"
        label={text.prepare.endTime}
        description={text.prepare.timeHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={endTime}
        maxLength={20}
        data-autofocus
        error={endTime.trim() !== '' && meeting.endsAt === null && text.prepare.timeWrong}
        onChange={(event) => setEndTime(event.currentTarget.value)}
      />
      {problems.length === 0 && <p>{text.close.fine}</p>}
      {stops.length > 0 && (
        <>
          <p className={classes.heading}>{text.close.stop}</p>
          {list(stops)}
          {figures.unnoted > 0 && (
            <WriteButton variant="default" mb="sm" onClick={() => void markRest()}>
              {text.close.absentRest(figures.unnoted)}
            </WriteButton>
          )}
        </>
      )}
      {notes.length > 0 && (
        <>
          <p className={classes.heading}>{text.close.note}</p>
          {list(notes)}
        </>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" size="md" onClick={onClose}>
          {sharedText.cancel}
        </Button>
        <WriteButton size="md" disabled={stops.length > 0} loading={busy} onClick={() => void close()}>
          {text.close.confirm}
        </WriteButton>
      </Group>
    </Modal>
  );
}

/** The end as it was noted; else the time of day now, while the meeting is today's. */
function endTimeOf({ startsAt, endsAt }: MeetingRow, office: Office): string {
  if (endsAt !== null) return timeOfInstant(endsAt);
  const isToday = dayOfMeeting({ startsAt }) === office.today() && Date.parse(startsAt) < office.nowMs();
  return isToday ? timeOfInstant(new Date(office.nowMs()).toISOString()) : '';
}

function findProblems({ meeting, figures, votes }: MeetingDetails, nowIso: string): readonly ClosingProblem[] {
  return findClosingProblems(meeting, {
    unnoted: figures.unnoted,
    present: figures.present,
    excusedWithoutReason: figures.excusedWithoutReason,
    hasQuorum: figures.hasQuorum,
    uncountedVotes: votes.filter(({ count }) => count === null).length,
    wrongVotes: votes.filter(({ count }) => count !== null && findVoteProblem(count, figures.voters) !== undefined)
      .length,
    nowIso,
  });
}
