import { weekdayOf, type PlainDate } from '#shared/base/plain-date.ts';
import { isDayOff, type WorkCalendar } from '#shared/domain/calendar/work-days.ts';
import { DEFAULT_DEADLINE_DAYS, defaultDeadline } from '#shared/domain/document/deadline.ts';
import { registerText as text } from '#renderer/messages/register.ts';

/** What is to be said of a deadline: that it is the usual one, or that nobody works on that day. */
export function dueHint(dueOn: PlainDate | null, from: PlainDate, calendar: WorkCalendar): string | undefined {
  if (dueOn === null) return undefined;
  if (dueOn === defaultDeadline(from, DEFAULT_DEADLINE_DAYS, calendar)) return text.dueHint(DEFAULT_DEADLINE_DAYS);
  if (!isDayOff(dueOn, calendar)) return undefined;
  const weekday = weekdayOf(dueOn);
  return weekday === 6 ? text.dueOnSaturday : weekday === 7 ? text.dueOnSunday : text.dueOnDayOff;
}
