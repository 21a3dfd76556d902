import { findExactDate, type PartialDate } from '#shared/base/partial-date.ts';
import { addYears, fullYearsBetween, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';

/** Years of membership that earn a badge (Huy hiệu Đảng; domain.md 5.6). 35 is none. A setting; this is its default. */
export const BADGE_MILESTONES: readonly number[] = [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90];

/** Days of the year on which badges are given, `MM-dd`: 3/2, 19/5, 2/9, 7/11 (domain.md 5.6). */
export const BADGE_DAYS: readonly string[] = ['02-03', '05-19', '09-02', '11-07'];

/** A member to be given a badge on an award day. */
export type BadgeDue<T> = {
  readonly member: T;
  readonly years: number;
  readonly reachedOn: PlainDate;
  readonly awardOn: PlainDate;
};

/**
 * Tuổi đảng: whole years since admission on a day. A date known only to the month or year counts from its last day,
 * so that nobody is given a year too early. Undefined without a date. Gaps out of the Party are not known here.
 */
export function partyAgeOn(admittedOn: PartialDate | null, day: PlainDate): number | undefined {
  const from = latestDay(admittedOn);
  if (from === undefined) return undefined;
  return from > day ? 0 : fullYearsBetween(from, day);
}

/** The first award day on or after a date. */
export function nextBadgeDay(from: PlainDate): PlainDate {
  const year = Number(from.slice(0, 4));
  const days = [year, year + 1].flatMap((each) => BADGE_DAYS.map((day) => toPlainDate(`${each}-${day}`)));
  return days.find((day) => day >= from) ?? from;
}

/**
 * Who reaches a milestone on or before the award day and after the one before it, longest membership first.
 * Only members whose day of admission is known exactly: others must be looked up in their dossier.
 */
export function listBadgesDue<T extends { readonly admittedOn: PartialDate | null }>(
  members: readonly T[],
  awardOn: PlainDate,
): readonly BadgeDue<T>[] {
  const before = previousBadgeDay(awardOn);
  const due = members.flatMap((member) => {
    const from = member.admittedOn === null ? undefined : findExactDate(member.admittedOn);
    if (from === undefined) return [];
    const years = BADGE_MILESTONES.find((milestone) => {
      const reached = addYears(from, milestone);
      return reached > before && reached <= awardOn;
    });
    return years === undefined ? [] : [{ member, years, reachedOn: addYears(from, years), awardOn }];
  });
  return due.toSorted((left, right) => right.years - left.years || (left.reachedOn < right.reachedOn ? -1 : 1));
}

function previousBadgeDay(awardOn: PlainDate): PlainDate {
  const year = Number(awardOn.slice(0, 4));
  const days = [year - 1, year].flatMap((each) => BADGE_DAYS.map((day) => toPlainDate(`${each}-${day}`)));
  return days.findLast((day) => day < awardOn) ?? awardOn;
}

function latestDay(date: PartialDate | null): PlainDate | undefined {
  if (date === null) return undefined;
  const exact = findExactDate(date);
  if (exact !== undefined) return exact;
  if (date.length === 4) return toPlainDate(`${date}-12-31`);
  const days = ['31', '30', '29', '28'].map((day) => findExactDate(`${date}-${day}` as PartialDate));
  return days.find((day) => day !== undefined);
}
