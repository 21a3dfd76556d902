import { addDays, daysBetween, type PlainDate } from '#shared/base/plain-date.ts';
import { moveOffDaysOff, standardCalendar, type WorkCalendar } from '#shared/domain/calendar/work-days.ts';

/** Days given when neither the paper nor the directive says (practice of one office, domain.md 2.4). A setting; this is its default. */
export const DEFAULT_DEADLINE_DAYS = 10;

/** Types whose papers ask for work without always saying until when (practice of one office, domain.md 2.4). */
const typesWithDeadline: readonly string[] = [
  'party-plan',
  'party-resolution',
  'party-programme',
  'state-plan',
  'state-resolution',
  'state-programme',
];

/** Whether a paper of this type gets the default deadline unasked; of all others it is a suggestion only. `null`: the type is not known. */
export function hasDefaultDeadline(typeId: string | null): boolean {
  return typeId !== null && typesWithDeadline.includes(typeId);
}

/** From how many days before the deadline a paper counts as due soon. */
export const DUE_SOON_DAYS = 3;

/** The deadline when nobody named one: so many days after `from`, moved to the next work day from a weekend or holiday. */
export function defaultDeadline(
  from: PlainDate,
  days: number = DEFAULT_DEADLINE_DAYS,
  calendar: WorkCalendar = standardCalendar,
): PlainDate {
  return moveOffDaysOff(addDays(from, days), calendar);
}

/**
 * How a deadline stands: `none` has no deadline, `overdue` with days late, `today`, `soon` and `later` with days left,
 * `done-in-time` and `done-late` (with days late) once finished.
 */
export type DeadlineStanding =
  | { readonly kind: 'none' | 'today' | 'done-in-time' }
  | { readonly kind: 'overdue' | 'done-late' | 'soon' | 'later'; readonly days: number };

/** Where a paper stands against its deadline today. */
export function deadlineStanding(
  paper: { readonly dueOn: PlainDate | null; readonly doneOn: PlainDate | null },
  today: PlainDate,
): DeadlineStanding {
  if (paper.dueOn === null) return { kind: 'none' };
  if (paper.doneOn !== null) {
    const late = daysBetween(paper.dueOn, paper.doneOn);
    return late > 0 ? { kind: 'done-late', days: late } : { kind: 'done-in-time' };
  }
  const left = daysBetween(today, paper.dueOn);
  if (left < 0) return { kind: 'overdue', days: -left };
  if (left === 0) return { kind: 'today' };
  return { kind: left <= DUE_SOON_DAYS ? 'soon' : 'later', days: left };
}
