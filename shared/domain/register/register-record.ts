import { z } from 'zod';
import { recordIdSchema } from '#shared/base/ids.ts';
import { plainDateSchema } from '#shared/base/plain-date.ts';

/** What a book holds: văn bản đến, đơn thư, văn bản đi. The books of secret papers stay on their PC and are no registers that travel. */
export const registerBookSchema = z.enum(['incoming', 'petition', 'outgoing']);
export type RegisterBook = z.infer<typeof registerBookSchema>;

/**
 * How numbers of a book run. `year`: one series, from 1 each 1 January (books of what comes in; State papers).
 * `type-year`: each type of its own, from 1 each year (State, where the office counts so). `type-term`: each type of its own, from 1 in each term
 * of the committee (Party, domain.md 1.3). `term`: one series for all types of a congress (đại hội).
 */
export const countingSchema = z.enum(['year', 'type-year', 'type-term', 'term']);
export type Counting = z.infer<typeof countingSchema>;

/** A numbering book of the office (sổ đăng ký văn bản) and the one PC that numbers in it. */
export const registerSchema = z.strictObject({
  book: registerBookSchema,
  name: z.string().max(120),
  /** Number of the device that holds the lease; null while nobody holds it. Written by the server's command only. */
  holderDevice: z.int().nullable().default(null),
  /** Body whose papers it numbers; null for books of what comes in. */
  bodyId: recordIdSchema.nullable().default(null),
  /** Rules its papers follow; null for books of what comes in. */
  regime: z.enum(['party', 'state']).nullable().default(null),
  /** What stands for the body in the symbol: `ĐU`, `VPĐU`, `UBND`. */
  suffix: z.string().max(40).default(''),
  counting: countingSchema.default('year'),
  /** Last day it numbers; null while it is used. A closed book still takes late lines of its own time. */
  closedOn: plainDateSchema.nullable().default(null),
  /** Former office the book came from, when communes were merged; empty for the office's own. */
  origin: z.string().max(200).default(''),
  /** Code of the merged commune whose book this was, by which the province tells its numbers from the office's own; empty else. Written by the server only. */
  formerOffice: z.string().max(40).default(''),
});
export type RegisterFields = z.infer<typeof registerSchema>;

/** Command that asks the server for the lease of a book: granted when nobody else holds it. */
export const TAKE_REGISTER = 'take-register';
/** Command by which the holder gives the lease back. */
export const RELEASE_REGISTER = 'release-register';

/** Next number of a series: one after the highest used, 1 in an empty one. */
export function nextNumber(highestUsed: number | undefined): number {
  return (highestUsed ?? 0) + 1;
}
