import { isPartialDate } from '#shared/base/partial-date.ts';
import { foldForSearch, normalizeLine } from '#shared/base/vietnamese.ts';
import { placeTones } from '#shared/base/vietnamese-tone-place.ts';
import { compareDates } from '#shared/domain/import/compare-values.ts';
import { wordsOf, type MemberValue } from '#shared/domain/import/row-changes.ts';
import { cleanMemberNumber } from '#shared/domain/member/member-number.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { findPhoneNumber } from '#shared/domain/member/phone-number.ts';
import { isSamePlace } from './same-place.ts';

/** Fields of places, and the field that has the same place under its name of today. */
const placeFields: Partial<Record<keyof MemberFields, keyof MemberFields | null>> = {
  birthPlace: 'birthPlaceNow',
  nativePlace: 'nativePlaceNow',
  address: null,
  residence: null,
};
const numberFields: ReadonlySet<keyof MemberFields> = new Set(['citizenId', 'cardNumber', 'fileNumber']);
/** Words by which a list says that there is nothing to say. */
const nothingWords: ReadonlySet<string> = new Set(['khong', 'khong co', 'ko', 'chua', 'chua co', 'k']);

/** How what the other side says of a field stands to ours. `theirs-empty`: it says nothing where we say something. */
export type SideBySide = 'same' | 'ours-empty' | 'theirs-empty' | 'different';

/**
 * Compares a field with what the other side says of it, as people would call it different: not by the shape of dates and numbers, capitals, spaces, where tone
 * marks sit, names of places before and since 2025, or a date that one side knows less well. A date they know better than we do is a difference.
 */
export function compareWithOurs(field: keyof MemberFields, record: MemberFields, theirs: MemberValue): SideBySide {
  const [left, right] = [saidIn(field, record[field]), saidIn(field, theirs)];
  if (left === right) return 'same';
  if (right === '') return 'theirs-empty';
  if (left === '') return 'ours-empty';
  if (isPartialDate(left) && isPartialDate(right)) {
    const difference = compareDates(left, right);
    return difference === 'same' || (difference === 'precision' && right.length < left.length) ? 'same' : 'different';
  }
  if (field in placeFields) {
    const today = placeFields[field] ?? null;
    const places = [left, ...(today === null ? [] : [saidIn(today, record[today])])];
    return places.some((place) => place !== '' && isSamePlace(place, right)) ? 'same' : 'different';
  }
  return 'different';
}

/** What a value says, in the one form in which it is compared; empty when it says nothing. */
function saidIn(field: keyof MemberFields, value: MemberValue): string {
  const words = normalizeLine(wordsOf(value));
  if (numberFields.has(field)) return cleanMemberNumber(words);
  if (field === 'phone') return findPhoneNumber(words) ?? words;
  if (isPartialDate(words)) return words;
  const plain = placeTones(words.toLocaleLowerCase('vi'), 'old');
  return field !== 'name' && nothingWords.has(foldForSearch(plain)) ? '' : plain;
}
