import { findExactDate, yearOf, type PartialDate } from '#shared/base/partial-date.ts';
import {
  addYears,
  daysInMonth,
  findPlainDate,
  fullYearsBetween,
  partsOf,
  toPlainDate,
  type PlainDate,
} from '#shared/base/plain-date.ts';
import type { MemberFields, MemberState } from '#shared/domain/member/member-record.ts';
import { must } from '#shared/base/must.ts';
import type { MemberRules } from './member-rules.ts';

/** Years in the Party, counted from the day of admission; `exact` is false when that day is known only to the year or month. */
export type PartyAge = { readonly years: number; readonly exact: boolean };

/** A badge still to come and the day it is given. */
export type ComingBadge = { readonly years: number; readonly on: PlainDate };

/** States in which a member belongs to this office's party life. */
export const activeStates: readonly MemberState[] = ['probationary', 'official', 'exempt', 'temporarily-away'];

type Standing = Pick<MemberFields, 'admittedOn' | 'state'> & Partial<Pick<MemberFields, 'readmittedOn'>>;

export function findPartyAge(admittedOn: PartialDate | null, today: PlainDate): PartyAge | undefined {
  if (admittedOn === null) return undefined;
  const exact = findExactDate(admittedOn);
  if (exact === undefined) return { years: Math.max(0, partsOf(today).year - yearOf(admittedOn)), exact: false };
  return exact > today ? undefined : { years: fullYearsBetween(exact, today), exact: true };
}

/** The next badge of a member who is still active; unknown when the day of admission is not exact, and of whom was admitted again: events tell for how long they were out. */
export function findComingBadge(member: Standing, today: PlainDate, rules: MemberRules): ComingBadge | undefined {
  const admitted = member.admittedOn === null ? undefined : findExactDate(member.admittedOn);
  if (admitted === undefined || member.state === 'probationary' || !activeStates.includes(member.state))
    return undefined;
  if ((member.readmittedOn ?? null) !== null) return undefined;
  return rules.badgeYears
    .map((years) => ({ years, on: awardDayFor(addYears(admitted, years), rules) }))
    .find(({ on }) => on >= today);
}

/** Last day of probation of a probationary member whose day of admission, or of readmission, is exact. */
export function findProbationEnd(
  member: Standing & { readonly readmittedOn?: PartialDate | null },
  rules: MemberRules,
): PlainDate | undefined {
  const begun = member.readmittedOn ?? member.admittedOn;
  const admitted = begun === null ? undefined : findExactDate(begun);
  return admitted === undefined || member.state !== 'probationary'
    ? undefined
    : addMonths(admitted, rules.probationMonths);
}

/** The same day some months later, or the last day of a shorter month. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + month - 1 + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (index % 12) + 1;
  return must(
    findPlainDate(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth))),
    'day cut to the month',
  );
}

function awardDayFor(reached: PlainDate, rules: MemberRules): PlainDate {
  const { year } = partsOf(reached);
  const days = [year, year + 1].flatMap((y) => rules.badgeDays.map((day) => toPlainDate(`${String(y)}-${day}`)));
  return must(
    days.find((day) => day >= reached),
    'a year has award days',
  );
}
