import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';
import { monthSchema } from './month.ts';

/** Money a cell or committee hands up for a month, and what it keeps, VND. */
export const feeHandUpSchema = z.strictObject({
  unitId: recordIdSchema,
  month: monthSchema,
  collected: z.int().min(0).max(100_000_000_000),
  kept: z.int().min(0).max(100_000_000_000),
  handedUp: z.int().min(0).max(100_000_000_000),
  on: plainDateSchema,
  receiptNumber: z.string().max(40),
  note: z.string().max(500),
});
export type FeeHandUpFields = z.infer<typeof feeHandUpSchema>;
