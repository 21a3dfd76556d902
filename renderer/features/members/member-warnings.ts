import { findExactDate, toPartialDate, yearOf, type PartialDate } from '#shared/base/partial-date.ts';
import { fullYearsBetween, type PlainDate } from '#shared/base/plain-date.ts';
import { cleanMemberNumber, isUsualCardNumber, isUsualFileNumber } from '#shared/domain/member/member-number.ts';
import type { SameReason } from '#shared/domain/member/likely-same.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { findPhoneNumber } from '#shared/domain/member/phone-number.ts';
import { checkCitizenId, type CitizenIdDoubt } from '#shared/domain/member/citizen-id.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import { addMonths } from '#shared/domain/member/party-age.ts';

/** Something a person should look at again. It never blocks saving. */
export type MemberWarning = { readonly field: keyof MemberFields } & (
  | CitizenIdDoubt
  | { readonly kind: 'card-number-shape' | 'file-number-shape' | 'phone-shape' | 'born-in-future' }
  | { readonly kind: 'admitted-young'; readonly age: number }
  | {
      readonly kind:
        | 'official-before-admitted'
        | 'official-early'
        | 'official-without-date'
        | 'probationary-with-official-date';
    }
  | { readonly kind: 'same-number' | 'same-person'; readonly name: string }
);

/** Another record that may be of the same person. */
export type Twin = { readonly row: Pick<MemberFields, 'name'>; readonly reasons: readonly SameReason[] };

export function warnAboutMember(
  member: MemberFields,
  twins: readonly Twin[],
  today: PlainDate,
  rules: MemberRules,
): readonly MemberWarning[] {
  return [
    ...checkCitizenId(member.citizenId, member.gender, member.bornOn).map((doubt) => ({
      field: 'citizenId' as const,
      ...doubt,
    })),
    ...warnAboutShapes(member),
    ...warnAboutDates(member, today, rules),
    ...warnAboutDoubles(twins),
  ];
}

function warnAboutShapes(member: MemberFields): MemberWarning[] {
  const warnings: MemberWarning[] = [];
  if (member.cardNumber !== '' && !isUsualCardNumber(cleanMemberNumber(member.cardNumber)))
    warnings.push({ field: 'cardNumber', kind: 'card-number-shape' });
  if (member.fileNumber !== '' && !isUsualFileNumber(cleanMemberNumber(member.fileNumber)))
    warnings.push({ field: 'fileNumber', kind: 'file-number-shape' });
  if (member.phone !== '' && findPhoneNumber(member.phone) === undefined)
    warnings.push({ field: 'phone', kind: 'phone-shape' });
  return warnings;
}

function warnAboutDates(member: MemberFields, today: PlainDate, rules: MemberRules): MemberWarning[] {
  const warnings: MemberWarning[] = [];
  const { bornOn, admittedOn, officialOn, state } = member;
  if (bornOn !== null && isBefore(toPartialDate(today), bornOn))
    warnings.push({ field: 'bornOn', kind: 'born-in-future' });
  if (bornOn !== null && admittedOn !== null) {
    const age = ageAt(bornOn, admittedOn);
    if (age < rules.admissionAge) warnings.push({ field: 'admittedOn', kind: 'admitted-young', age });
  }
  if (admittedOn !== null && officialOn !== null) {
    if (isBefore(officialOn, admittedOn)) warnings.push({ field: 'officialOn', kind: 'official-before-admitted' });
    else if (isEarly(admittedOn, officialOn, rules)) warnings.push({ field: 'officialOn', kind: 'official-early' });
  }
  if (state === 'official' && officialOn === null && admittedOn !== null)
    warnings.push({ field: 'officialOn', kind: 'official-without-date' });
  if (state === 'probationary' && officialOn !== null)
    warnings.push({ field: 'state', kind: 'probationary-with-official-date' });
  return warnings;
}

function warnAboutDoubles(twins: readonly Twin[]): MemberWarning[] {
  const warnings: MemberWarning[] = [];
  for (const { row, reasons } of twins)
    for (const reason of reasons) {
      const field = reason === 'name-and-birth' ? 'name' : reason;
      if (warnings.some((warning) => warning.field === field)) continue;
      const kind = reason === 'name-and-birth' ? 'same-person' : 'same-number';
      warnings.push({ field, kind, name: row.name.full });
    }
  return warnings;
}

/** Age at a date; with partial dates the difference of the years. */
function ageAt(born: PartialDate, on: PartialDate): number {
  const from = findExactDate(born);
  const to = findExactDate(on);
  return from === undefined || to === undefined ? yearOf(on) - yearOf(born) : fullYearsBetween(from, to);
}

/** Compares two dates as far as both are known. */
function isBefore(left: PartialDate, right: PartialDate): boolean {
  const length = Math.min(left.length, right.length);
  return left.slice(0, length) < right.slice(0, length);
}

function isEarly(admitted: PartialDate, official: PartialDate, rules: MemberRules): boolean {
  const from = findExactDate(admitted);
  const to = findExactDate(official);
  return from !== undefined && to !== undefined && to < addMonths(from, rules.probationMonths);
}
