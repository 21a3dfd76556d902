import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';

const people = z.int().min(0).max(10_000);

/**
 * A vote as it was counted; one value, so that a merge never mixes two counts. `entitled`: official members of the cell, of whom the share is reckoned.
 * `voters`: those of them who are there. `none`: neither, and ballots that are not valid.
 */
export const voteCountSchema = z.strictObject({
  entitled: people,
  voters: people,
  yes: people,
  no: people,
  none: people,
});
export type VoteCount = z.infer<typeof voteCountSchema>;

/** A vote in a meeting. Only official members vote: probationary and temporary ones do not (Điều lệ Đảng Điều 5; domain.md 5.4). */
export const meetingVoteSchema = z.strictObject({
  meetingId: recordIdSchema,
  question: z.string().min(1).max(500),
  way: z.enum(['hands', 'ballot']),
  /** Share of the official members that carries it: more than half, or two thirds (admission, discipline). */
  needs: z.enum(['half', 'two-thirds']).default('half'),
  /** Null while it is only prepared: a ballot can be printed for it. */
  count: voteCountSchema.nullable(),
  order: z.int().min(0).max(100_000),
});
export type MeetingVoteFields = z.infer<typeof meetingVoteSchema>;
