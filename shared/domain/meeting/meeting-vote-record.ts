import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';

/** A vote in a meeting, as counted. `voters`: those who may vote and are there; temporary members may not (domain.md 5.4). */
export const meetingVoteSchema = z.strictObject({
  meetingId: recordIdSchema,
  question: z.string().min(1).max(500),
  way: z.enum(['hands', 'ballot']),
  voters: z.int().min(0).max(10_000),
  yes: z.int().min(0).max(10_000),
  no: z.int().min(0).max(10_000),
  /** Neither, and ballots that are not valid. */
  none: z.int().min(0).max(10_000),
  order: z.int().min(0).max(100_000),
});
export type MeetingVoteFields = z.infer<typeof meetingVoteSchema>;
