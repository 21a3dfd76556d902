import { yearOf, type PartialDate } from '#shared/base/partial-date.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';

/** A doubt about a CCCD number; never a refusal, because old and odd numbers exist (domain.md 10.6). */
export type CitizenIdDoubt =
  | { readonly kind: 'citizen-id-shape' }
  | { readonly kind: 'citizen-id-province'; readonly code: string }
  | { readonly kind: 'citizen-id-gender'; readonly says: MemberFields['gender'] }
  | { readonly kind: 'citizen-id-year'; readonly year: number };

/** Codes of the 63 provinces of before July 2025, as cards keep them (domain.md 10.6: 001 to 096). */
const provinceCodes: ReadonlySet<string> = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 049 ' +
    '051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'
  ).split(' '),
);

/** Compares a CCCD number with the person's gender and year of birth. Nine digits are an old CMND and say nothing. */
export function checkCitizenId(
  number: string,
  gender: MemberFields['gender'],
  bornOn: PartialDate | null,
): readonly CitizenIdDoubt[] {
  const digits = number.replace(/[\s.]/g, '');
  if (digits === '' || /^\d{9}$/.test(digits)) return [];
  if (!/^\d{12}$/.test(digits)) return [{ kind: 'citizen-id-shape' }];
  const doubts: CitizenIdDoubt[] = [];
  const province = digits.slice(0, 3);
  // Codes from 100 up are countries of birth; the list is long and grows, so they are not checked.
  if (province < '100' && !provinceCodes.has(province)) doubts.push({ kind: 'citizen-id-province', code: province });
  const mark = Number(digits[3]);
  const says = mark % 2 === 0 ? 'male' : 'female';
  if (says !== gender) doubts.push({ kind: 'citizen-id-gender', says });
  const year = 1900 + Math.floor(mark / 2) * 100 + Number(digits.slice(4, 6));
  if (bornOn !== null && yearOf(bornOn) !== year) doubts.push({ kind: 'citizen-id-year', year });
  return doubts;
}
