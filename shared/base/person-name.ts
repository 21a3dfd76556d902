import { viCollator } from './collation.ts';
import { normalizeLine } from './vietnamese.ts';

/**
 * A Vietnamese personal name in its three parts: họ (family), đệm (middle, may be empty), tên (given).
 * Parts may hold spaces where the person's name is not split at first and last word.
 */
export type PersonName = {
  readonly familyName: string;
  readonly middleName: string;
  readonly givenName: string;
};

/**
 * Splits a full name at its first and last space: `Nguyễn Thị Ánh` is họ Nguyễn, đệm Thị, tên Ánh.
 * A one-word name is all tên. The guess is wrong for some (two-word họ or tên, Ê Đê names): a person's own
 * parts are stored and given as `override`, which then replace the guessed ones.
 */
export function splitPersonName(fullName: string, override: Partial<PersonName> = {}): PersonName {
  const words = normalizeLine(fullName).split(' ').filter((word) => word !== '');
  const guess: PersonName = {
    familyName: words.length > 1 ? (words[0] ?? '') : '',
    middleName: words.slice(1, -1).join(' '),
    givenName: words.at(-1) ?? '',
  };
  return { ...guess, ...override };
}

/** The full name in the order it is written: họ, đệm, tên. */
export function formatPersonName(name: PersonName): string {
  return [name.familyName, name.middleName, name.givenName].filter((part) => part !== '').join(' ');
}

/** Orders people as Vietnamese lists do: by tên, then họ, then đệm. For `sort`. */
export function comparePersonNames(left: PersonName, right: PersonName): number {
  return (
    viCollator.compare(left.givenName, right.givenName) ||
    viCollator.compare(left.familyName, right.familyName) ||
    viCollator.compare(left.middleName, right.middleName)
  );
}

/** As `comparePersonNames` for names still in one piece. */
export function compareFullNames(left: string, right: string): number {
  return comparePersonNames(splitPersonName(left), splitPersonName(right));
}
