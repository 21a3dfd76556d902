import { z } from 'zod';

/** A numbering book of the office (sổ đăng ký văn bản) and the one PC that numbers in it. */
export const registerSchema = z.strictObject({
  book: z.enum(['incoming']),
  name: z.string().max(120),
  /** Number of the device that holds the lease; null while nobody holds it. Written by the server's command only. */
  holderDevice: z.int().nullable(),
});
export type RegisterFields = z.infer<typeof registerSchema>;

/** Command that asks the server for the lease of a book: granted when nobody else holds it. */
export const TAKE_REGISTER = 'take-register';
/** Command by which the holder gives the lease back. */
export const RELEASE_REGISTER = 'release-register';

/** Next number of a book year: one after the highest used, 1 in an empty year. Numbers restart each 1 January (domain.md 2.1). */
export function nextNumber(highestUsed: number | undefined): number {
  return (highestUsed ?? 0) + 1;
}
