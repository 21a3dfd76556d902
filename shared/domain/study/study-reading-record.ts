import { z } from 'zod';
import { derivedId } from '#shared/base/derived-id.ts';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';

/** A member has studied an item, alone or in a meeting. One record a member and item: its id is `studyReadingId`. */
export const studyReadingSchema = z.strictObject({
  itemId: recordIdSchema,
  memberId: recordIdSchema,
  on: plainDateSchema,
  meetingId: recordIdSchema.nullable(),
});
export type StudyReadingFields = z.infer<typeof studyReadingSchema>;

/** The one id of a member's reading of an item. */
export function studyReadingId(itemId: string, memberId: string): string {
  return derivedId(itemId, 'reading', memberId);
}
