import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';

/** Largest number a series reaches, and most numbers one entry speaks of. */
export const NUMBER_MAX = 999_999;
export const ENTRY_SPAN_MAX = 20_000;

/**
 * What became of numbers that no paper of this program bears.
 * `reserved`: kept for a paper to come (may still be used). `skipped`: left out by mistake or agreement. `cancelled`: the paper was withdrawn or
 * spoilt after it was numbered. `paper-book`: used in the paper book before the program took over. `secret`: used by a secret paper, of which
 * nothing else is known here (secret papers share the series of the others, domain.md 1.3).
 */
export const ledgerKindSchema = z.enum(['reserved', 'skipped', 'cancelled', 'paper-book', 'secret']);
export type LedgerKind = z.infer<typeof ledgerKindSchema>;

/** Numbers of a series that are spoken for without a paper, with reason and person (số giữ trước, bỏ trống, huỷ, thuộc sổ giấy). */
export const ledgerEntrySchema = z.strictObject({
  registerId: recordIdSchema,
  /** Series within the book, see `series.ts`. */
  series: z.string().min(1).max(120),
  from: z.int().min(1).max(NUMBER_MAX),
  to: z.int().min(1).max(NUMBER_MAX),
  kind: ledgerKindSchema,
  reason: z.string().min(1).max(500),
  /** Day the reservation is for, or of the act. */
  on: plainDateSchema,
  notedBy: recordIdSchema,
  /** Instant (ISO, corrected time). */
  notedAt: z.iso.datetime(),
  /** A reservation given up, or taken by a paper, stands no longer. */
  isReleased: z.boolean(),
});
export type LedgerEntryFields = z.infer<typeof ledgerEntrySchema>;
