import { partsOf, type PlainDate } from '#shared/base/plain-date.ts';
import { dateWords } from './paper-words-table.ts';

/** Room for a number written by hand: spaces that neither break nor shrink. */
export const BLANK = '\u00a0'.repeat(6);

/**
 * The date as papers write it: `ngày 05 tháng 02 năm 2026`. Days below 10 and the months 1 and 2 get a zero, other months do not (HD 05-HD/VPTW;
 * NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 4). Without a date, room is left for day and month, and the year if it is known.
 */
export function formalDate(date: PlainDate | null, year?: number): string {
  const words = dateWords;
  if (date === null) {
    const blankYear = year === undefined ? BLANK : String(year);
    return `${words.day}${BLANK}${words.month}${BLANK}${words.year} ${blankYear}`;
  }
  const { year: y, month, day } = partsOf(date);
  return `${words.day} ${zeroBelow(day, 10)} ${words.month} ${zeroBelow(month, 3)} ${words.year} ${String(y)}`;
}

function zeroBelow(value: number, limit: number): string {
  return value < limit ? `0${String(value)}` : String(value);
}
