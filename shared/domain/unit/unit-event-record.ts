import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';
import { decisionSchema } from '#shared/domain/member/decision.ts';

/** What happens to organisations: founded, renamed, merged, split, put under another one, dissolved (domain.md 5.11). */
export const unitEventSchema = z.strictObject({
  kind: z.enum(['founded', 'renamed', 'merged', 'split', 'moved', 'dissolved']),
  /** First day of the new order. */
  on: plainDateSchema,
  fromUnitIds: z.array(recordIdSchema).max(100),
  toUnitIds: z.array(recordIdSchema).max(100),
  /** Former name where it was renamed. */
  formerName: z.string().max(200),
  decision: decisionSchema.nullable(),
  note: z.string().max(1000),
});
export type UnitEventFields = z.infer<typeof unitEventSchema>;
