import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { partialDateSchema } from '#shared/base/partial-date.ts';

/** Tables of the record that have lines (domain.md 5.3): quá trình hoạt động và công tác, đào tạo bồi dưỡng, đi nước ngoài, hoàn cảnh gia đình. */
export const memberLineKindSchema = z.enum(['work', 'training', 'abroad', 'family']);
export type MemberLineKind = z.infer<typeof memberLineKindSchema>;

/** One line of a table of a member's record (form 1-HSĐV). Fields a kind does not use are empty. */
export const memberLineSchema = z.strictObject({
  memberId: recordIdSchema,
  kind: memberLineKindSchema,
  from: partialDateSchema.nullable(),
  to: partialDateSchema.nullable(),
  /** Work and post, course, country and purpose; of family: what they do now. */
  title: z.string().max(300),
  /** Where; of family: where they live. */
  place: z.string().max(200),
  /** Certificate of a course; of family: political facts and how policies are kept. */
  detail: z.string().max(1000),
  /** Of family: cha, mẹ, vợ, chồng, con … and the full name, never "corrected". */
  relation: z.string().max(40),
  personName: z.string().max(120),
  bornYear: z.int().min(1850).max(2200).nullable(),
  /** Place in its table. */
  order: z.int().min(0).max(100_000),
});
export type MemberLineFields = z.infer<typeof memberLineSchema>;
