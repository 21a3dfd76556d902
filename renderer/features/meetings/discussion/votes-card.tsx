import { ActionIcon, Button, Group, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { isCarried, votesNeeded } from '#shared/domain/meeting/vote-rules.ts';
import { removePart } from '#renderer/data/meetings/meeting-part-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { MeetingVoteRow } from '#renderer/data/rows.ts';
import { undo } from '#renderer/data/undo.ts';
import { meetingWorkText } from '#renderer/messages/meeting-work.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import type { PartProps } from '../part-props.ts';
import { AddVoteDialog } from './add-vote-dialog.tsx';
import { CountDialog } from './count-dialog.tsx';
import classes from './discussion.module.css';

const text = meetingWorkText.votes;

/** What is put to the vote, and how it was counted. */
export function VotesCard({ details, mayWrite }: PartProps): ReactNode {
  const office = useOffice();
  const { meeting, votes, figures } = details;
  const [isAdding, setAdding] = useState(false);
  const [counted, setCounted] = useState<MeetingVoteRow>();
  const remove = async (vote: MeetingVoteRow): Promise<void> => {
    const saved = await removePart(office, 'meetingVote', vote.id);
    if (saved.ok) notifyDone(text.removed, { undo: () => void undo(office, saved.value) });
    else notifyError(saved.error.code);
  };
  return (
    <section className={classes.card} aria-labelledby="votes-title">
      <Title order={3} id="votes-title" className={classes.title ?? ''}>
        {text.title}
      </Title>
      {votes.length === 0 && <p className={classes.grey}>{text.empty}</p>}
      <ul className={classes.list}>
        {votes.map((vote) => (
          <li key={vote.id} className={classes.item}>
            <div className={classes.words}>
              <span className={classes.who}>{vote.question}</span>
              <span className={classes.grey}>
                {text.ways[vote.way]}
                {'. '}
                {text.needsVotes(
                  votesNeeded(vote.needs, vote.count?.entitled ?? figures.entitled),
                  vote.count?.entitled ?? figures.entitled,
                )}
              </span>
              <VoteResult vote={vote} />
            </div>
            {mayWrite && (
              <Group gap="0.25rem" wrap="nowrap">
                <Button variant={vote.count === null ? 'light' : 'default'} onClick={() => setCounted(vote)}>
                  {vote.count === null ? text.count : text.recount}
                </Button>
                <ActionIcon
                  variant="subtle"
                  color="red"
                  size="lg"
                  aria-label={text.remove(vote.question)}
                  title={text.remove(vote.question)}
                  onClick={() => void remove(vote)}
                >
                  <IconTrash size="1.125rem" aria-hidden />
                </ActionIcon>
              </Group>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Group>
          <WriteButton variant="default" size="md" onClick={() => setAdding(true)}>
            {text.add}
          </WriteButton>
        </Group>
      )}
      {isAdding && (
        <AddVoteDialog
          meetingId={meeting.id}
          order={(votes.at(-1)?.order ?? 0) + 1}
          isFirst={votes.length === 0}
          onClose={() => setAdding(false)}
        />
      )}
      {counted !== undefined && <CountDialog vote={counted} figures={figures} onClose={() => setCounted(undefined)} />}
    </section>
  );
}

function VoteResult({ vote }: { readonly vote: MeetingVoteRow }): ReactNode {
  const { count } = vote;
  if (count === null) return <StatusChip tone="neutral">{text.uncounted}</StatusChip>;
  const isThrough = isCarried(vote) === true;
  return (
    <span className={classes.result}>
      <StatusChip tone={isThrough ? 'green' : 'red'}>{isThrough ? text.carried : text.notCarried}</StatusChip>
      {text.result(count.yes, count.no, count.none)}
    </span>
  );
}
