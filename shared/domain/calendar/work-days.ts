import { addDays, isWeekend, partsOf, type PlainDate } from '#shared/base/plain-date.ts';
import { announcedExchanges, holidaysOf } from './public-holiday-table.ts';

/** What the office's own notices change: days off beside those of the law, and weekend days that are worked (setting `work-calendar`). */
export type WorkCalendar = { readonly daysOff: readonly PlainDate[]; readonly daysWorked: readonly PlainDate[] };

/** Nothing changed by the office: weekends, holidays, exchanges as announced. */
export const standardCalendar: WorkCalendar = { daysOff: [], daysWorked: [] };

/** Why nobody works on a day. `in-lieu`: a holiday fell on a weekend (Bộ luật Lao động 2019, Điều 111 khoản 3). */
export type DayOffReason = 'weekend' | 'holiday' | 'in-lieu' | 'exchanged' | 'office';

const inLieuOfYear = new Map<number, ReadonlySet<PlainDate>>();

/** Why a day is off; `undefined` for a work day. What the office says comes before what the law says. */
export function dayOffReason(date: PlainDate, calendar: WorkCalendar): DayOffReason | undefined {
  if (calendar.daysWorked.includes(date)) return undefined;
  if (calendar.daysOff.includes(date)) return 'office';
  const { year } = partsOf(date);
  if (holidaysOf(year).some(({ day }) => day === date)) return 'holiday';
  if (announcedExchanges.some(({ worked }) => worked === date)) return undefined;
  if (announcedExchanges.some(({ off }) => off === date)) return 'exchanged';
  if (isWeekend(date)) return 'weekend';
  return inLieuDays(year).has(date) ? 'in-lieu' : undefined;
}

/** Whether nobody works on a day. */
export function isDayOff(date: PlainDate, calendar: WorkCalendar): boolean {
  return dayOffReason(date, calendar) !== undefined;
}

/** The date itself on a work day, otherwise the next work day after it. */
export function moveOffDaysOff(date: PlainDate, calendar: WorkCalendar): PlainDate {
  let day = date;
  while (isDayOff(day, calendar)) day = addDays(day, 1);
  return day;
}

/** The work day so many work days after `from` (before it when negative); `from` itself is not counted. */
export function addWorkDays(from: PlainDate, days: number, calendar: WorkCalendar): PlainDate {
  const step = days < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(days); left > 0;) {
    day = addDays(day, step);
    if (!isDayOff(day, calendar)) left -= 1;
  }
  return day;
}

/** Work days after `from` up to and with `to`; negative when `to` is earlier. */
export function workDaysBetween(from: PlainDate, to: PlainDate, calendar: WorkCalendar): number {
  const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1];
  let count = 0;
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) if (!isDayOff(day, calendar)) count += 1;
  return count * sign || 0;
}

/** Work days off instead of holidays that fell on a weekend: the next days after them that are neither. */
function inLieuDays(year: number): ReadonlySet<PlainDate> {
  const known = inLieuOfYear.get(year);
  if (known !== undefined) return known;
  const holidays = new Set(holidaysOf(year).map(({ day }) => day));
  const given = new Set<PlainDate>();
  for (const holiday of [...holidays].sort()) {
    if (!isWeekend(holiday)) continue;
    let day = addDays(holiday, 1);
    while (isWeekend(day) || holidays.has(day) || given.has(day)) day = addDays(day, 1);
    given.add(day);
  }
  inLieuOfYear.set(year, given);
  return given;
}
