import { foldForSearch, normalizeLine } from '#shared/base/vietnamese.ts';
import { yearOf, type PartialDate } from '#shared/base/partial-date.ts';

/**
 * How two texts differ: not at all but for capitals and spaces (`same`), only in where a tone mark sits or whether marks are there (`spelling`), or in
 * their letters. Names are compared, never put right.
 */
export function compareTexts(one: string, other: string): 'same' | 'spelling' | 'different' {
  const [left, right] = [plain(one), plain(other)];
  if (left === right) return 'same';
  return foldForSearch(left) === foldForSearch(right) ? 'spelling' : 'different';
}

function plain(text: string): string {
  return normalizeLine(text).toLocaleLowerCase('vi');
}

/** How two dates differ: `precision`: they agree as far as both are known, and one is known better. */
export function compareDates(one: PartialDate, other: PartialDate): 'same' | 'precision' | 'different' {
  if (one === other) return 'same';
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) === other.slice(0, length) ? 'precision' : 'different';
}

/** Whether two birth dates can be those of one person, for finding candidates: the same year. */
export function isSameYear(one: PartialDate | null, other: PartialDate | null): boolean {
  return one !== null && other !== null && yearOf(one) === yearOf(other);
}
