import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';

/** A directive on a document (bút phê): who decided what, who leads, until when. A child record, so that two directives never collide. */
export const directiveSchema = z.strictObject({
  documentId: recordIdSchema,
  authorId: recordIdSchema,
  text: z.string().min(1).max(2000),
  /** Đơn vị chủ trì, and the person there if one was named. */
  leadUnitId: recordIdSchema.nullable(),
  leadStaffId: recordIdSchema.nullable(),
  /** Đơn vị phối hợp. */
  supportUnitIds: z.array(recordIdSchema).max(30),
  dueOn: plainDateSchema.nullable(),
  /** Instant (ISO, corrected time). */
  givenAt: z.iso.datetime(),
});
export type DirectiveFields = z.infer<typeof directiveSchema>;
