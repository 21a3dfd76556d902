import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { decisionSchema } from '#shared/domain/member/decision.ts';
import { monthSchema } from './month.ts';

/** What a member's fee is computed from, from a month on (QĐ 01-QĐ/TW; domain.md 5.8). */
export const feeBasisSchema = z.strictObject({
  memberId: recordIdSchema,
  from: monthSchema,
  /** Code of a group of payers; the rate table says what it pays. */
  category: z.string().min(1).max(40),
  /** Salary base, allowance or pension of a month, VND; null where the group pays a fixed sum. */
  base: z.int().min(0).max(1_000_000_000).nullable(),
  /** A sum of its own agreed by the superior (voluntary, reduced), VND a month; null: by the table. */
  agreed: z.int().min(0).max(1_000_000_000).nullable(),
  decision: decisionSchema.nullable(),
  note: z.string().max(500),
});
export type FeeBasisFields = z.infer<typeof feeBasisSchema>;
