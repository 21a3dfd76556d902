import { z } from 'zod';

/** Most missing numbers that are remembered of one sender; what is older is let go. */
const MISSING_MAX = 1000;

/** Which numbers of a sender's series have been read: all up to `highest` but the missing ones. */
export const parcelNumbersSchema = z.object({
  highest: z.int().min(0),
  missing: z.array(z.int().min(1)),
});
export type ParcelNumbers = z.infer<typeof parcelNumbersSchema>;

/** Nothing read yet. */
export const noParcelNumbers: ParcelNumbers = { highest: 0, missing: [] };

/** The numbers after a package was read. Those passed over are missing until they come; again is the same. */
export function noteParcelNumber({ highest, missing }: ParcelNumbers, number: number): ParcelNumbers {
  if (number <= highest) return { highest, missing: missing.filter((each) => each !== number) };
  const from = Math.max(highest + 1, number - MISSING_MAX);
  const passed = Array.from({ length: Math.max(0, number - from) }, (_, i) => from + i);
  return { highest: number, missing: [...missing, ...passed].slice(-MISSING_MAX) };
}
