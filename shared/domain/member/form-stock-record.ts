import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';

/** Printed matter that is counted (form 11-TCTW; domain.md 5.10): thẻ đảng viên, giấy giới thiệu sinh hoạt đảng by kind, huy hiệu. */
export const stockItemSchema = z.enum([
  'member-card',
  'introduction-official',
  'introduction-temporary',
  'introduction-internal',
  'introduction-plain',
  'badge',
]);
export type StockItem = z.infer<typeof stockItemSchema>;

/** One entry of the count: so many asked for, approved, received, used, spoiled, handed back on a day. */
export const formStockSchema = z.strictObject({
  item: stockItemSchema,
  act: z.enum(['requested', 'approved', 'received', 'used', 'spoiled', 'returned']),
  on: plainDateSchema,
  count: z.int().min(1).max(100_000),
  note: z.string().max(500),
  /** What used or spoiled it (a transfer, an event); null when it was counted by hand. */
  sourceId: recordIdSchema.nullable().default(null),
});
export type FormStockFields = z.infer<typeof formStockSchema>;
