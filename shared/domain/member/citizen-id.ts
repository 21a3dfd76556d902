import { yearOf, type PartialDate } from '#shared/base/partial-date.ts';

/**
 * What looks odd in a citizen's number. Warnings only: the number is stored as the person's card shows it.
 * - `length`: not 12 digits. - `old-number`: a 9-digit number of the former card. - `province`: no such place of birth registration.
 * - `gender`: the fourth digit speaks of the other gender. - `birth-year`: century or year digits differ from the date of birth.
 */
export type CitizenIdWarning = 'length' | 'old-number' | 'province' | 'gender' | 'birth-year';

type Person = { readonly gender: 'male' | 'female'; readonly bornOn: PartialDate | null };

/** Codes of the 63 provinces of before July 2025, as cards keep them (domain.md 10.6: 001 to 096). */
const provinceCodes: ReadonlySet<string> = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 049 ' +
    '051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'
  ).split(' '),
);

/** The number without spaces and dots, as it is stored. */
export function cleanCitizenId(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s.-]/g, '');
}

/**
 * Checks a citizen's number (số định danh cá nhân, CCCD) against itself and the person. Empty gives no warning.
 * Digits: 3 place, 1 century and gender, 2 year of birth, 6 random; there is no check digit (domain.md 10.6).
 */
export function checkCitizenId(citizenId: string, person: Person): readonly CitizenIdWarning[] {
  if (citizenId === '') return [];
  if (/^\d{9}$/.test(citizenId)) return ['old-number'];
  if (!/^\d{12}$/.test(citizenId)) return ['length'];
  const warnings: CitizenIdWarning[] = [];
  // Codes from 100 up are countries of birth; the list is long and grows, so they are not checked.
  if (citizenId < '1' && !provinceCodes.has(citizenId.slice(0, 3))) warnings.push('province');
  const marker = Number(citizenId.charAt(3));
  if ((marker % 2 === 0) !== (person.gender === 'male')) warnings.push('gender');
  const year = 1900 + Math.floor(marker / 2) * 100 + Number(citizenId.slice(4, 6));
  if (person.bornOn !== null && yearOf(person.bornOn) !== year) warnings.push('birth-year');
  return warnings;
}
