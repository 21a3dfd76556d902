import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';

/** What somebody said in a meeting, or before it. */
export const meetingOpinionSchema = z.strictObject({
  meetingId: recordIdSchema,
  memberId: recordIdSchema.nullable(),
  personName: z.string().max(120),
  text: z.string().min(1).max(4000),
  order: z.int().min(0).max(100_000),
  isBefore: z.boolean(),
});
export type MeetingOpinionFields = z.infer<typeof meetingOpinionSchema>;
