import type { MeetingVoteFields, VoteCount } from './meeting-vote-record.ts';

/** What can be wrong with a count. */
export type VoteProblem = 'sums' | 'too-many-voters' | 'nobody';

/** Why a count cannot be right: its parts do not make up the voters, or more voted than were entitled to and there. `present`: those there who may vote. */
export function findVoteProblem(count: VoteCount, present: number): VoteProblem | undefined {
  if (count.voters === 0) return 'nobody';
  if (count.voters > present) return 'too-many-voters';
  return count.yes + count.no + count.none === count.voters ? undefined : 'sums';
}

/** Votes it takes: more than half, or two thirds, of the official members of the cell, not only of those there. */
export function votesNeeded(needs: MeetingVoteFields['needs'], entitled: number): number {
  return needs === 'half' ? Math.floor(entitled / 2) + 1 : Math.ceil((entitled * 2) / 3);
}

/** Whether the question was carried; undefined while it is not counted. */
export function isCarried({ needs, count }: Pick<MeetingVoteFields, 'needs' | 'count'>): boolean | undefined {
  return count === null ? undefined : count.yes >= votesNeeded(needs, count.entitled);
}
