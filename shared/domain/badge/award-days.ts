import { addDays, partsOf, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { must } from '#shared/base/must.ts';
import type { MemberRules } from '#shared/domain/member/member-rules.ts';

type Days = Pick<MemberRules, 'badgeDays'>;

/** The award days of some years (domain.md 5.6), in order. */
export function awardDays({ badgeDays }: Days, from: number, to: number): readonly PlainDate[] {
  const years = Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
  return years.flatMap((year) => badgeDays.map((day) => toPlainDate(`${year}-${day}`))).sort();
}

/** The first award day not before a day. */
export function nextAwardDay(rules: Days, day: PlainDate): PlainDate {
  const { year } = partsOf(day);
  return must(
    awardDays(rules, year, year + 1).find((each) => each >= day),
    'a year has award days',
  );
}

/** The last award day before a day. */
export function previousAwardDay(rules: Days, day: PlainDate): PlainDate {
  const { year } = partsOf(day);
  const yesterday = addDays(day, -1);
  return must(
    awardDays(rules, year - 1, year).findLast((each) => each <= yesterday),
    'a year has award days',
  );
}
