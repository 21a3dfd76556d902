import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { NUMBER_MAX } from './ledger-entry-record.ts';

/**
 * Numbers the PC that holds a book cedes to another PC for days without a network (dải số). Asked for with `from` null; only the holder fills it in,
 * and never uses these numbers itself. When the block is given back, `usedTo` says how far it was used: the rest is explained by the block.
 */
export const numberBlockSchema = z.strictObject({
  registerId: recordIdSchema,
  series: z.string().min(1).max(120),
  /** Number of the device that may use it. */
  forDevice: z.int().min(1),
  count: z.int().min(1).max(200),
  from: z.int().min(1).max(NUMBER_MAX).nullable(),
  to: z.int().min(1).max(NUMBER_MAX).nullable(),
  askedAt: z.iso.datetime(),
  askedBy: recordIdSchema,
  /** Instant the block was given back; null while it is used. */
  returnedAt: z.iso.datetime().nullable(),
  usedTo: z.int().min(0).max(NUMBER_MAX).nullable(),
});
export type NumberBlockFields = z.infer<typeof numberBlockSchema>;
