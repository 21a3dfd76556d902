import { ActionIcon, Button, Group, Menu, Title } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { isAhead } from '#shared/domain/meeting/meeting-states.ts';
import {
  beginMeeting,
  cancelMeeting,
  inviteToMeeting,
  planAgain,
  putMeetingBack,
  removeMeeting,
  reopenMeeting,
  restoreMeeting,
} from '#renderer/data/meetings/meeting-repository.ts';
import type { MeetingDetails } from '#renderer/data/meetings/use-meetings.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { WriteResult } from '#renderer/data/write/commit.ts';
import { meetingsText as text, meetingKindText, meetingStateText } from '#renderer/messages/meetings.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { ReasonModal } from '#renderer/ui/reason-modal.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { invitationOf } from '../invitation-of.ts';
import { sayWhen, toneOfState } from '../meeting-words.ts';
import { PackButton } from '../pack/pack-button.tsx';
import { CloseDialog } from './close-dialog.tsx';
import classes from './meeting-header.module.css';
import type { MeetingTab } from './meeting-tabs.ts';

type MeetingHeaderProps = {
  readonly details: MeetingDetails;
  readonly mayHere: boolean;
  readonly onGoTo: (tab: MeetingTab) => void;
};

/** What the meeting is, the one button that prints everything, and the next step. */
export function MeetingHeader({ details, mayHere, onGoTo }: MeetingHeaderProps): ReactNode {
  const { meeting, cellName } = details;
  const [asking, setAsking] = useState<'none' | 'cancel' | 'close'>('none');
  const act = useAct();
  const office = useOffice();
  const { may: mayRemove } = useMay('meeting.remove');
  const { id, state } = meeting;
  const begin = async (): Promise<void> => {
    if (await act(beginMeeting(office, id), text.done.begun)) onGoTo('attendance');
  };
  const remove = async (): Promise<void> => {
    const { title, body, confirm } = text.remove;
    if (!(await askConfirm({ title, body, confirm, danger: true }))) return;
    const saved = await removeMeeting(office, id);
    if (saved.ok) notifyDone(text.done.removed, { undo: () => void restoreMeeting(office, id) });
    else notifyError(saved.error.code);
  };
  return (
    <div className={classes.header}>
      <div className={classes.top}>
        <StatusChip tone={toneOfState[state]}>{meetingStateText[state]}</StatusChip>
        <StatusChip tone="primary">{meetingKindText[meeting.kind]}</StatusChip>
        <span className={classes.cell}>{cellName}</span>
      </div>
      <Title order={2} className={classes.title ?? ''}>
        {meeting.title}
      </Title>
      <p className={classes.when}>
        {[sayWhen(meeting), meeting.place === '' ? text.noPlace : meeting.place].join(' · ')}
      </p>
      {state === 'cancelled' && <p className={classes.alarm}>{text.cancelledFor(meeting.cancelReason)}</p>}
      {meeting.conflicts.length > 0 && <p className={classes.alarm}>{text.conflicts}</p>}
      {!mayHere && <p className={classes.note}>{text.foreign}</p>}
      <Group gap="sm">
        {state !== 'cancelled' && <PackButton details={details} />}
        {mayHere && (
          <>
            {state === 'planned' && (
              <WriteButton
                variant="default"
                size="md"
                onClick={() => void act(inviteToMeeting(office, id, invitationOf(meeting)), text.done.invited)}
              >
                {text.steps.invite}
              </WriteButton>
            )}
            {isAhead(state) && (
              <WriteButton variant="default" size="md" onClick={() => void begin()}>
                {text.steps.begin}
              </WriteButton>
            )}
            {state === 'held' && (
              <WriteButton variant="default" size="md" onClick={() => setAsking('close')}>
                {text.steps.close}
              </WriteButton>
            )}
            {state === 'closed' && (
              <WriteButton
                variant="default"
                size="md"
                onClick={() => void act(reopenMeeting(office, id), text.done.reopened)}
              >
                {text.steps.reopen}
              </WriteButton>
            )}
            {state === 'cancelled' && (
              <Button variant="default" size="md" onClick={() => void act(planAgain(office, id), text.done.saved)}>
                {text.steps.planAgain}
              </Button>
            )}
            {state !== 'closed' && (
              <Menu position="bottom-end" shadow="md">
                <Menu.Target>
                  <ActionIcon variant="default" size="2.625rem" aria-label={text.more} title={text.more}>
                    <IconDots size="1.125rem" aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  {isAhead(state) && <Menu.Item onClick={() => setAsking('cancel')}>{text.steps.cancel}</Menu.Item>}
                  {state === 'held' && (
                    <Menu.Item onClick={() => void act(putMeetingBack(office, id), text.done.saved)}>
                      {text.steps.putBack}
                    </Menu.Item>
                  )}
                  {mayRemove && state !== 'held' && (
                    <Menu.Item onClick={() => void remove()}>{text.steps.remove}</Menu.Item>
                  )}
                </Menu.Dropdown>
              </Menu>
            )}
          </>
        )}
      </Group>
      <ReasonModal
        words={text.cancel}
        opened={asking === 'cancel'}
        onClose={() => setAsking('none')}
        onGive={async (reason) => {
          const saved = await cancelMeeting(office, id, reason);
          if (saved.ok) notifyDone(text.done.cancelled);
          return saved.ok ? null : saved.error.code;
        }}
      />
      {asking === 'close' && <CloseDialog details={details} onClose={() => setAsking('none')} onGoTo={onGoTo} />}
    </div>
  );
}

/** Says what came of a write. */
function useAct(): (write: Promise<WriteResult>, words: string) => Promise<boolean> {
  return async (write, words) => {
    const saved = await write;
    if (saved.ok) notifyDone(words);
    else notifyError(saved.error.code);
    return saved.ok;
  };
}
