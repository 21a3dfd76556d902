import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';

/** What a meeting gave somebody to do, and what came of it. */
export const meetingTaskSchema = z.strictObject({
  meetingId: recordIdSchema,
  text: z.string().min(1).max(1000),
  memberId: recordIdSchema.nullable(),
  assignee: z.string().max(200),
  dueOn: plainDateSchema.nullable(),
  state: z.enum(['open', 'done', 'dropped']),
  doneOn: plainDateSchema.nullable(),
  result: z.string().max(1000),
  order: z.int().min(0).max(100_000),
});
export type MeetingTaskFields = z.infer<typeof meetingTaskSchema>;
