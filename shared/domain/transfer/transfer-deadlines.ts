import { z } from 'zod';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { addWorkDays, type WorkCalendar } from '#shared/domain/calendar/work-days.ts';
import { addMonths } from '#shared/domain/member/party-age.ts';

/** Time limits of transfers (domain.md 2.7, 5.5): a setting with defaults, because sources are thin. */
export const transferRulesSchema = z.strictObject({
  /** Work days from the decision or move within which the procedure is done. */
  procedureWorkDays: z.int().min(1).max(400),
  /** Work days from its issue within which the member shows the introduction paper. */
  showWorkDays: z.int().min(1).max(400),
  /** Months of temporary activity: at least, at most for work, at most for study. */
  temporaryMonthsMin: z.int().min(0).max(60),
  temporaryMonthsMax: z.int().min(1).max(60),
  studyMonthsMax: z.int().min(1).max(120),
  /** Days before the end of temporary activity, and before a last day, from which the list reminds of it. */
  noticeDays: z.int().min(0).max(100),
});
export type TransferRules = z.infer<typeof transferRulesSchema>;

export const defaultTransferRules: TransferRules = {
  procedureWorkDays: 60,
  showWorkDays: 30,
  temporaryMonthsMin: 3,
  temporaryMonthsMax: 12,
  studyMonthsMax: 24,
  noticeDays: 10,
};

/** Last day of the procedure of an official transfer. */
export function procedureEnd(askedOn: PlainDate, rules: TransferRules, calendar: WorkCalendar): PlainDate {
  return addWorkDays(askedOn, rules.procedureWorkDays, calendar);
}

/** Last day to show an introduction paper given out on a day. */
export function lastDayToShow(issuedOn: PlainDate, rules: TransferRules, calendar: WorkCalendar): PlainDate {
  return addWorkDays(issuedOn, rules.showWorkDays, calendar);
}

/** What is unusual about the length of temporary activity; nothing of it is forbidden, the office is told. */
export function findSpanFault(
  from: PlainDate,
  until: PlainDate,
  isStudy: boolean,
  rules: TransferRules,
): 'before-start' | 'too-short' | 'too-long' | undefined {
  if (until <= from) return 'before-start';
  if (until < addMonths(from, rules.temporaryMonthsMin)) return 'too-short';
  const most = isStudy ? rules.studyMonthsMax : rules.temporaryMonthsMax;
  return until > addMonths(from, most) ? 'too-long' : undefined;
}
