import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';

/** What somebody says of a draft: góp ý, thẩm định thể thức, yêu cầu sửa, duyệt; `asked` is a reviewer who has not answered yet. */
export const opinionKindSchema = z.enum(['asked', 'comment', 'format-checked', 'changes-wanted', 'approved']);
export type OpinionKind = z.infer<typeof opinionKindSchema>;

/** An opinion on an outgoing paper's draft. */
export const opinionSchema = z.strictObject({
  outgoingId: recordIdSchema,
  /** Version it is about. */
  version: z.int().min(1).max(999),
  kind: opinionKindSchema,
  /** Person whose opinion it is (or is asked for). */
  staffId: recordIdSchema,
  /** Block of the body it is about; null for the whole. */
  blockIndex: z.int().min(0).nullable(),
  text: z.string().max(4000),
  /** Person it was given for, under a delegation; null otherwise. */
  onBehalfOf: recordIdSchema.nullable(),
  givenAt: z.iso.datetime(),
});
export type OpinionFields = z.infer<typeof opinionSchema>;
