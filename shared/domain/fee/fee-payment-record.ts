import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';
import { monthSchema } from './month.ts';

/** Money taken in for one month of one member. `due` is what the table said when it was paid: later changes of rates do not touch it. */
export const feePaymentSchema = z.strictObject({
  memberId: recordIdSchema,
  /** Cell that took it in. */
  unitId: recordIdSchema,
  month: monthSchema,
  due: z.int().min(0).max(1_000_000_000),
  paid: z.int().min(1).max(1_000_000_000),
  paidOn: plainDateSchema,
  way: z.enum(['cash', 'portal', 'bank']),
  receiptNumber: z.string().max(40),
  receivedBy: z.string().max(120),
  note: z.string().max(500),
});
export type FeePaymentFields = z.infer<typeof feePaymentSchema>;
