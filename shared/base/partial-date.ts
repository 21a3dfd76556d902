import { z } from 'zod';
import { daysInMonth, isPlainDate, toPlainDate, type PlainDate } from './plain-date.ts';

/**
 * A date known to the year, month or day: `1945`, `1945-03` or `1945-03-02`.
 * Old dossiers often hold only a year of birth; a made-up 1 January is never stored for it.
 */
export type PartialDate = string & { readonly __partialDate: true };

/** How much of a `PartialDate` is known. */
export type DatePrecision = 'year' | 'month' | 'day';

const yearOnly = /^[1-9]\d{3}$/;
const yearAndMonth = /^[1-9]\d{3}-(0[1-9]|1[0-2])$/;

/** Whether a text is a `PartialDate`. Every `PlainDate` is one. */
export function isPartialDate(text: string): text is PartialDate {
  return yearOnly.test(text) || yearAndMonth.test(text) || isPlainDate(text);
}

/** Schema of a `PartialDate` coming from outside. */
export const partialDateSchema = z
  .string()
  .regex(/^[1-9]\d{3}(-\d{2}(-\d{2})?)?$/)
  .refine(isPartialDate, { error: 'no such date' }) as unknown as z.ZodType<PartialDate, PartialDate>;

/** Takes a text that must be a `PartialDate`; throws when it is not. A `PlainDate` always passes. */
export function toPartialDate(text: string): PartialDate {
  if (!isPartialDate(text)) throw new Error(`not a partial date: ${text}`);
  return text;
}

/** What is known of the date. */
export function precisionOf(date: PartialDate): DatePrecision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

/** The year of a partial date. */
export function yearOf(date: PartialDate | PlainDate): number {
  return Number(date.slice(0, 4));
}

/** The date when it is known to the day, otherwise undefined. */
export function findExactDate(date: PartialDate): PlainDate | undefined {
  return isPlainDate(date) ? date : undefined;
}

/** The first day a partial date may mean: of `1945` it is 1 January. For ordering and comparing only; never stored or shown as the date. */
export function firstDayOf(date: PartialDate): PlainDate {
  // What a partial date is has been checked when it was made; statistics ask this of every event several times.
  return (date.length === 10 ? date : `${date}${'-01-01'.slice(0, 10 - date.length)}`) as PlainDate;
}

/** The last day a partial date may mean: of `1945-02` it is 28 February. */
export function lastDayOf(date: PartialDate): PlainDate {
  if (isPlainDate(date)) return date;
  const [year = '', month = '12'] = date.split('-');
  return toPlainDate(`${year}-${month}-${String(daysInMonth(Number(year), Number(month))).padStart(2, '0')}`);
}

/** Date for the screen, in Vietnamese order: `02/03/1945`, `03/1945` or `1945`. */
export function formatDate(date: PartialDate | PlainDate): string {
  return date.split('-').reverse().join('/');
}
