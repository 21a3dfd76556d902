import { z } from 'zod';
import { scoreCriterionSchema } from './score-criterion.ts';
import { regularCriteria, thematicCriteria } from './score-criteria-table.ts';

/** Shape of the setting `meeting-rules`: what provinces and communes do differently about cell meetings. */
export const meetingRulesSchema = z.strictObject({
  /** Months from one thematic meeting to the next. */
  thematicEveryMonths: z.int().min(1).max(12),
  /** Day of the month and time of day (`HH:mm`) for a cell that has not met yet; later its own habit counts. */
  usualDay: z.int().min(1).max(31),
  usualTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** A good meeting has more than so many per cent of those who must come. */
  goodPercent: z.number().min(0).max(100),
  /** More than so many per cent of the official members must be there for the meeting to decide. */
  quorumPercent: z.number().min(0).max(100),
  /** Minutes a good meeting lasts at least. */
  goodMinutes: z.int().min(0).max(600),
  /** Whether exempt members who come may vote. */
  exemptMayVote: z.boolean(),
  regularCriteria: z.array(scoreCriterionSchema).max(60),
  thematicCriteria: z.array(scoreCriterionSchema).max(60),
});
export type MeetingRules = z.infer<typeof meetingRulesSchema>;

/**
 * What holds while the office has set nothing. Monthly, thematic each quarter, more than 85 %, 90 minutes: domain.md 2.7, 5.12. The quorum of more than
 * half and the right of exempt members to vote are the habit of cells; no text was found (unverified), so they are settings.
 */
export const defaultMeetingRules: MeetingRules = {
  thematicEveryMonths: 3,
  usualDay: 5,
  usualTime: '19:30',
  goodPercent: 85,
  quorumPercent: 50,
  goodMinutes: 90,
  exemptMayVote: true,
  regularCriteria: [...regularCriteria],
  thematicCriteria: [...thematicCriteria],
};
