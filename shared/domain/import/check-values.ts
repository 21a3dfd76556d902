import { findExactDate, toPartialDate, yearOf, type PartialDate } from '#shared/base/partial-date.ts';
import { fullYearsBetween, type PlainDate } from '#shared/base/plain-date.ts';
import { checkCitizenId } from '#shared/domain/member/citizen-id.ts';
import { isUsualCardNumber, isUsualFileNumber } from '#shared/domain/member/member-number.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';
import { findPhoneNumber } from '#shared/domain/member/phone-number.ts';
import type { ImportField } from './import-field-table.ts';
import type { ProblemKind } from './import-problem.ts';
import type { RowDraft } from './read-rows.ts';

/** What a row's values say against each other, and against what is usual (domain.md 5.1, 10.6). `field`: the one to look at. */
export type ValueProblem = { readonly kind: ProblemKind; readonly field: ImportField; readonly detail: string };

export function checkValues(values: RowDraft['values'], today: PlainDate, rules: MemberRules): readonly ValueProblem[] {
  return [...checkDates(values, today, rules), ...checkNumbers(values)];
}

function checkDates(values: RowDraft['values'], today: PlainDate, rules: MemberRules): ValueProblem[] {
  const { bornOn = null, admittedOn = null, officialOn = null } = values;
  const problems: ValueProblem[] = [];
  if (bornOn !== null && isBefore(toPartialDate(today), bornOn)) problems.push(problem('born-in-future', 'bornOn'));
  if (bornOn !== null && admittedOn !== null) {
    if (isBefore(admittedOn, bornOn)) problems.push(problem('born-after-admission', 'bornOn'));
    else {
      const age = ageAt(bornOn, admittedOn);
      if (age < rules.admissionAge) problems.push(problem('admitted-young', 'admittedOn', String(age)));
    }
  }
  if (admittedOn !== null && officialOn !== null && isBefore(officialOn, admittedOn))
    problems.push(problem('official-before-admitted', 'officialOn'));
  return problems;
}

function checkNumbers({
  citizenId = '',
  cardNumber = '',
  fileNumber = '',
  phone = '',
  gender,
  bornOn,
}: RowDraft['values']): ValueProblem[] {
  const problems: ValueProblem[] = [];
  // Without a gender the number cannot be against it.
  const doubts = checkCitizenId(citizenId, gender ?? 'male', bornOn ?? null);
  for (const doubt of doubts)
    if (doubt.kind !== 'citizen-id-gender' || gender !== undefined)
      problems.push(problem(doubt.kind, 'citizenId', detailOf(doubt)));
  if (cardNumber !== '' && !isUsualCardNumber(cardNumber)) problems.push(problem('card-number-shape', 'cardNumber'));
  if (fileNumber !== '' && !isUsualFileNumber(fileNumber)) problems.push(problem('file-number-shape', 'fileNumber'));
  if (phone !== '' && findPhoneNumber(phone) === undefined) problems.push(problem('phone-shape', 'phone'));
  return problems;
}

function detailOf(doubt: ReturnType<typeof checkCitizenId>[number]): string {
  switch (doubt.kind) {
    case 'citizen-id-province':
      return doubt.code;
    case 'citizen-id-gender':
      return doubt.says;
    case 'citizen-id-year':
      return String(doubt.year);
    case 'citizen-id-shape':
      return '';
  }
}

/** The gender a number of 12 digits says (domain.md 10.6); undefined when it says none. */
export function genderOfCitizenId(citizenId: string): 'male' | 'female' | undefined {
  if (!/^\d{12}$/u.test(citizenId)) return undefined;
  return Number(citizenId[3]) % 2 === 0 ? 'male' : 'female';
}

function problem(kind: ProblemKind, field: ImportField, detail = ''): ValueProblem {
  return { kind, field, detail };
}

/** Compares two dates as far as both are known. */
function isBefore(left: PartialDate, right: PartialDate): boolean {
  const length = Math.min(left.length, right.length);
  return left.slice(0, length) < right.slice(0, length);
}

function ageAt(born: PartialDate, on: PartialDate): number {
  const [from, to] = [findExactDate(born), findExactDate(on)];
  return from === undefined || to === undefined ? yearOf(on) - yearOf(born) : fullYearsBetween(from, to);
}
