import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';

/** A member has studied an item, alone or in a meeting. */
export const studyReadingSchema = z.strictObject({
  itemId: recordIdSchema,
  memberId: recordIdSchema,
  on: plainDateSchema,
  meetingId: recordIdSchema.nullable(),
});
export type StudyReadingFields = z.infer<typeof studyReadingSchema>;
