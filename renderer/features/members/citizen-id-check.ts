import { yearOf, type PartialDate } from '#shared/base/partial-date.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';

/** A doubt about a CCCD number; never a refusal, because old and odd numbers exist (domain.md 10.6). */
export type CitizenIdDoubt =
  | { readonly kind: 'citizen-id-shape' }
  | { readonly kind: 'citizen-id-province'; readonly code: string }
  | { readonly kind: 'citizen-id-gender'; readonly says: MemberFields['gender'] }
  | { readonly kind: 'citizen-id-year'; readonly year: number };

/** Highest province code in use before the mergers of 2025; the old codes stay valid. */
const highestProvinceCode = 96;

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
  if (Number(province) < 1 || Number(province) > highestProvinceCode)
    doubts.push({ kind: 'citizen-id-province', code: province });
  const mark = Number(digits[3]);
  const says = mark % 2 === 0 ? 'male' : 'female';
  if (says !== gender) doubts.push({ kind: 'citizen-id-gender', says });
  const year = 1900 + Math.floor(mark / 2) * 100 + Number(digits.slice(4, 6));
  if (bornOn !== null && yearOf(bornOn) !== year) doubts.push({ kind: 'citizen-id-year', year });
  return doubts;
}
