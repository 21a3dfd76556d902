import { findExactDate, yearOf, type PartialDate } from '#shared/base/partial-date.ts';
import { foldForSearch } from '#shared/base/vietnamese.ts';
import { cleanMemberNumber } from './member-number.ts';
import type { MemberFields } from './member-record.ts';

/** Why two records may be of one person. */
export type SameReason = 'citizenId' | 'cardNumber' | 'fileNumber' | 'name-and-birth';

/** What of a record is compared. */
export type PersonFacts = Pick<MemberFields, 'name' | 'bornOn' | 'citizenId' | 'cardNumber' | 'fileNumber'>;

const numbers = ['citizenId', 'cardNumber', 'fileNumber'] as const;
/** A number of fewer characters is a remnant and tells nobody apart. */
const SHORTEST_NUMBER = 6;

/**
 * A name as sloppy hands write it: without marks, spaces and signs, i and y alike. `Lý Văn Dương`, `Lí văn Dương` and `LY VAN DUONG` are one;
 * what is stored stays as it is.
 */
export function sloppyName(full: string): string {
  return foldForSearch(full)
    .replaceAll(/[^a-z]/g, '')
    .replaceAll('y', 'i');
}

/** A number as it is compared; empty when it tells nothing. */
export function comparedNumber(number: string): string {
  const clean = cleanMemberNumber(number);
  return clean.length < SHORTEST_NUMBER ? '' : clean;
}

/** Why two records may be of one person; empty when nothing says so. */
export function whySame(one: PersonFacts, other: PersonFacts): readonly SameReason[] {
  const sameNumbers = numbers.filter((field) => {
    const number = comparedNumber(one[field]);
    return number !== '' && number === comparedNumber(other[field]);
  });
  const isSameBirth = one.bornOn !== null && other.bornOn !== null && mayBeSameBirth(one.bornOn, other.bornOn);
  const isSamePerson = isSameBirth && sloppyName(one.name.full) === sloppyName(other.name.full);
  return isSamePerson ? [...sameNumbers, 'name-and-birth'] : sameNumbers;
}

/** Keys under which a record meets those it may be the same as; two that share none are not the same. */
export function sameKeys(person: PersonFacts): readonly string[] {
  const keys: string[] = numbers.flatMap((field) => {
    const number = comparedNumber(person[field]);
    return number === '' ? [] : [`${field} ${number}`];
  });
  if (person.bornOn !== null) keys.push(`${sloppyName(person.name.full)} ${String(yearOf(person.bornOn))}`);
  return keys;
}

/** Whether two dates of birth can be one: as far as both are known, day and month exchanged by a hasty hand included. */
function mayBeSameBirth(one: PartialDate, other: PartialDate): boolean {
  const length = Math.min(one.length, other.length);
  if (one.slice(0, length) === other.slice(0, length)) return true;
  const [left, right] = [findExactDate(one), findExactDate(other)];
  if (left === undefined || right === undefined) return false;
  return (
    left.slice(0, 4) === right.slice(0, 4) && left.slice(5, 7) === right.slice(8) && left.slice(8) === right.slice(5, 7)
  );
}
