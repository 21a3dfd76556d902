import { z } from 'zod';

/**
 * A calendar date without time or zone, as ISO text `yyyy-MM-dd`, years 1000 to 9999, always a day that exists.
 * As text it sorts by time. Stored and sent as it is; shown by `formatDate`.
 */
export type PlainDate = string & { readonly __plainDate: true };

/** ISO day of the week: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The office's only time zone, +07:00, in minutes. Vietnam keeps no summer time. */
export const vietnamOffsetMinutes = 420;

const isoDate = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

/** Whether a text is a `PlainDate`: right shape and a day that exists. */
export function isPlainDate(text: string): text is PlainDate {
  const match = isoDate.exec(text);
  return match !== null && isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Schema of a `PlainDate` coming from outside (file, network, store). */
export const plainDateSchema = z
  .string()
  .regex(isoDate)
  .refine(isPlainDate, { error: 'no such day' }) as unknown as z.ZodType<PlainDate, PlainDate>;

/** Takes a text that must be a `PlainDate`; throws when it is not. For constants and values checked before. */
export function toPlainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new Error(`not a plain date: ${text}`);
  return text;
}

/** Makes a date of its parts (month and day from 1); undefined when there is no such day. */
export function findPlainDate(year: number, month: number, day: number): PlainDate | undefined {
  const text = `${String(year).padStart(4, '0')}-${pad2(month)}-${pad2(day)}`;
  return isPlainDate(text) ? text : undefined;
}

/** Year, month (1–12) and day (1–31) of a date. */
export function partsOf(date: PlainDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** How many days a month has. `month` from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The date `days` later (earlier when negative). Throws beyond the years 1000 to 9999. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** The same day `years` later; 29 February becomes 28 February in a year that has none. */
export function addYears(date: PlainDate, years: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const target = year + years;
  return toPlainDate(
    `${String(target).padStart(4, '0')}-${pad2(month)}-${pad2(Math.min(day, daysInMonth(target, month)))}`,
  );
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Whole years from `from` to `to`, as ages are counted: the year is full on the anniversary itself. Negative if `to` is earlier. */
export function fullYearsBetween(from: PlainDate, to: PlainDate): number {
  const start = partsOf(from);
  const end = partsOf(to);
  const years = end.year - start.year;
  return addYears(from, years) > to ? years - 1 : years;
}

/** Day of the week. */
export function weekdayOf(date: PlainDate): Weekday {
  // Day number 0 is 1970-01-01, a Thursday.
  const sinceMonday = (((toDayNumber(date) + 3) % 7) + 7) % 7;
  return (sinceMonday + 1) as Weekday;
}

/** Whether the date is a Saturday or Sunday. */
export function isWeekend(date: PlainDate): boolean {
  return weekdayOf(date) >= 6;
}

/** The date itself on a weekday, otherwise the Monday after it. */
export function moveOffWeekend(date: PlainDate): PlainDate {
  const weekday = weekdayOf(date);
  return weekday >= 6 ? addDays(date, 8 - weekday) : date;
}

/** The local date of an instant given as milliseconds since 1970 UTC, in Vietnam's zone unless told otherwise. */
export function dateOfInstant(epochMs: number, offsetMinutes: number = vietnamOffsetMinutes): PlainDate {
  return fromDayNumber(Math.floor((epochMs + offsetMinutes * 60_000) / dayMs));
}

/** The instant at which a local date begins, in milliseconds since 1970 UTC. */
export function startOfDayMs(date: PlainDate, offsetMinutes: number = vietnamOffsetMinutes): number {
  return toDayNumber(date) * dayMs - offsetMinutes * 60_000;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function pad2(value: number): string {
  return String(value).padStart(2, '0');
}

/** Days since 1970-01-01, by the proleptic Gregorian calendar. */
function toDayNumber(date: PlainDate): number {
  const { year, month, day } = partsOf(date);
  return Math.round(Date.UTC(year, month - 1, day) / dayMs);
}

function fromDayNumber(days: number): PlainDate {
  const at = new Date(days * dayMs);
  const date = findPlainDate(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
  if (date === undefined) throw new Error(`date out of range: day ${days}`);
  return date;
}
