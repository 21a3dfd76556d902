import { viCollator } from './collation.ts';
import { normalizeLine } from './vietnamese.ts';

/**
 * A Vietnamese personal name: whole as it is printed, and in its parts họ (family), đệm (middle, may be empty),
 * tên (given) as it is sorted. Parts may hold spaces where a name is not split at its first and last word.
 */
export type PersonName = {
  readonly full: string;
  readonly family: string;
  readonly middle: string;
  readonly given: string;
};

/**
 * Splits a full name at its first and last space: `Nguyễn Thị Ánh` is họ Nguyễn, đệm Thị, tên Ánh.
 * A one-word name is all tên. The guess is wrong for some (two-word họ or tên, Ê Đê names): a person's own
 * parts are given as `override` and replace the guessed ones; `full` stays as written.
 */
export function splitPersonName(fullName: string, override: Partial<Omit<PersonName, 'full'>> = {}): PersonName {
  const full = normalizeLine(fullName);
  const words = full.split(' ').filter((word) => word !== '');
  return {
    full,
    family: words.length > 1 ? (words[0] ?? '') : '',
    middle: words.slice(1, -1).join(' '),
    given: words.at(-1) ?? '',
    ...override,
  };
}

/** Orders people as Vietnamese lists do: by tên, then họ, then đệm. For `sort`. */
export function comparePersonNames(left: PersonName, right: PersonName): number {
  return (
    viCollator.compare(left.given, right.given) ||
    viCollator.compare(left.family, right.family) ||
    viCollator.compare(left.middle, right.middle)
  );
}

/** As `comparePersonNames` for names still in one piece. */
export function compareFullNames(left: string, right: string): number {
  return comparePersonNames(splitPersonName(left), splitPersonName(right));
}
