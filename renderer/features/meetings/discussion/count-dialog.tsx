import { Button, Group, Modal, NumberInput, Stack } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { RollFigures } from '#shared/domain/meeting/meeting-roll.ts';
import type { VoteCount } from '#shared/domain/meeting/meeting-vote-record.ts';
import { findVoteProblem, votesNeeded } from '#shared/domain/meeting/vote-rules.ts';
import { saveVote } from '#renderer/data/meetings/meeting-part-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { MeetingVoteRow } from '#renderer/data/rows.ts';
import { meetingWorkText } from '#renderer/messages/meeting-work.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from './discussion.module.css';

const text = meetingWorkText.votes;

type CountDialogProps = {
  readonly vote: MeetingVoteRow;
  readonly figures: RollFigures;
  readonly onClose: () => void;
};

/** Takes a count; what does not add up cannot be saved, and says why. */
export function CountDialog({ vote, figures, onClose }: CountDialogProps): ReactNode {
  const office = useOffice();
  const { voters: present, entitled } = figures;
  const [count, setCount] = useState<VoteCount>(
    vote.count ?? { entitled, voters: present, yes: present, no: 0, none: 0 },
  );
  const asked: VoteCount = { ...count, entitled };
  const problem = findVoteProblem(asked, present);
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (problem !== undefined) return;
    const saved = await saveVote(office, vote.id, { count: asked }, { present, seen: vote.seq });
    if (saved.ok) onClose();
    else notifyError(saved.error.code);
  };
  const number = (field: 'voters' | 'yes' | 'no' | 'none'): ReactNode => (
    <NumberInput
      size="md"
      label={text[field]}
      value={count[field]}
      min={0}
      max={10_000}
      allowDecimal={false}
      clampBehavior="strict"
      {...(field === 'yes' && { 'data-autofocus': true })}
      onChange={(value) => setCount({ ...count, [field]: typeof value === 'number' ? value : 0 })}
    />
  );
  const words = {
    sums: text.sum(count.yes + count.no + count.none, count.voters),
    'too-many-voters': text.tooMany(present),
    nobody: present === 0 ? text.noVoters : text.nobody,
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={text.title2(vote.question)}
      closeButtonProps={{ 'aria-label': sharedText.close }}
    >
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <p className={classes.grey}>
            {text.votersHint(present)}
            {'. '}
            {text.needsVotes(votesNeeded(vote.needs, entitled), entitled)}
          </p>
          <div className={classes.numbers}>
            {number('voters')}
            {number('yes')}
            {number('no')}
            {number('none')}
          </div>
          {problem !== undefined && (
            <p className={classes.sum} role="alert">
              {words[problem]}
            </p>
          )}
          <Group justify="space-between">
            <Button
              variant="default"
              size="md"
              onClick={() => setCount({ entitled, voters: present, yes: present, no: 0, none: 0 })}
            >
              {text.allYes}
            </Button>
            <Group>
              <Button variant="default" size="md" onClick={onClose}>
                {sharedText.cancel}
              </Button>
              <WriteButton type="submit" size="md" disabled={problem !== undefined}>
                {text.save}
              </WriteButton>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
