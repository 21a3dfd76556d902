import type { PartialDate } from '#shared/base/partial-date.ts';
import { dateOfInstant, type PlainDate } from '#shared/base/plain-date.ts';

/** A day as the books write it: days below 10 and the months 1 and 2 with a zero before them, the other months without (domain.md 2.2): `05/02/2026`, `27/5/2026`. */
export function bookDate(date: PartialDate | PlainDate): string {
  const [year = '', month, day] = date.split('-');
  const monthText = month === undefined ? [] : [Number(month) > 2 ? String(Number(month)) : month];
  return [...(day === undefined ? [] : [day]), ...monthText, year].join('/');
}

/** The day of an instant (ISO text) in Vietnam, as the books write it. */
export function bookDay(instant: string): string {
  return bookDate(dateOfInstant(Date.parse(instant)));
}
