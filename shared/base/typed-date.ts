import type { PartialDate } from './partial-date.ts';
import { toPartialDate } from './partial-date.ts';
import { findPlainDate, partsOf, type PlainDate } from './plain-date.ts';
import { err, ok, type Result } from './result.ts';

/**
 * Why a typed date was not taken.
 * - `empty`: nothing was typed.
 * - `not-a-date`: the text cannot be read as a date.
 * - `impossible-date`: read, but there is no such day (31/02).
 * - `year-unsure`: two-digit or missing year; `suggestion` is the likely date, taken only when the person confirms it.
 * - `year-out-of-range`: the year is before 1800 or after 2200.
 */
export type TypedDateError =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-a-date' }
  | { readonly kind: 'impossible-date'; readonly day: number; readonly month: number; readonly year: number }
  | { readonly kind: 'year-unsure'; readonly suggestion: PlainDate }
  | { readonly kind: 'year-out-of-range'; readonly year: number };

/** Longest text that is read as a date, in characters. */
const longestDate = 60;

type TypedParts = { readonly day: string; readonly month: string; readonly year: string };

const earliestYear = 1800;
const latestYear = 2200;
/** A two-digit year is read as at most this many years ahead of today. */
const twoDigitYearsAhead = 20;

/**
 * Reads a date as clerks type it: `22112026`, `22/11/2026`, `2-9-2026`, `2.9.2026`, `2 9 2026`, `2026-11-22`,
 * or pasted as `ngày 05 tháng 02 năm 2026`. Day comes first unless the year does.
 */
export function parseTypedDate(input: string, today: PlainDate): Result<PlainDate, TypedDateError> {
  const text = simplify(input);
  if (text === '') return err({ kind: 'empty' });
  const parts = findParts(text);
  return parts === undefined ? err({ kind: 'not-a-date' }) : readParts(parts, today);
}

/**
 * Reads a date that may be known only to the year or month: everything `parseTypedDate` takes, and
 * `1945`, `3/1945`, `031945`, `00/00/1945`, `00/03/1945`.
 */
export function parseTypedPartialDate(input: string, today: PlainDate): Result<PartialDate, TypedDateError> {
  const text = simplify(input);
  const loose =
    /^(?:0{1,2}\D)?(?:(\d{1,2})\D)?(\d{4})$/.exec(text) ?? /^(?:00)?(\d{2})?((?:1[89]|2[01])\d{2})$/.exec(text);
  if (loose !== null) return readYearAndMonth(Number(loose[1] ?? '0'), Number(loose[2]));
  const exact = parseTypedDate(input, today);
  return exact.ok ? ok(toPartialDate(exact.value)) : exact;
}

function readYearAndMonth(month: number, year: number): Result<PartialDate, TypedDateError> {
  if (year < earliestYear || year > latestYear) return err({ kind: 'year-out-of-range', year });
  if (month > 12) return err({ kind: 'impossible-date', day: 0, month, year });
  return ok(toPartialDate(month === 0 ? String(year) : `${year}-${String(month).padStart(2, '0')}`));
}

/** Leaves digits with one `/` between groups. Words such as "ngày", "tháng", "năm" only separate. */
function simplify(input: string): string {
  const text = input
    .slice(0, longestDate + 1)
    .normalize('NFC')
    .trim()
    .toLowerCase();
  if (text.length > longestDate) return '?';
  if (!/^(?:[\d\s/.,–-]|ngày|tháng|năm)*$/.test(text)) return '?';
  return text.replace(/\D+/g, '/').replace(/^\/|\/$/g, '');
}

function findParts(text: string): TypedParts | undefined {
  const shapes = [
    /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4}|\d{2})$/,
    /^(?<year>\d{4})\/(?<month>\d{1,2})\/(?<day>\d{1,2})$/,
    /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4}|\d{2}|)$/,
    /^(?<day>\d{1,2})\/(?<month>\d{1,2})(?<year>)$/,
  ];
  for (const shape of shapes) {
    const groups = shape.exec(text)?.groups;
    if (groups !== undefined)
      return { day: groups['day'] ?? '', month: groups['month'] ?? '', year: groups['year'] ?? '' };
  }
  return undefined;
}

function readParts(parts: TypedParts, today: PlainDate): Result<PlainDate, TypedDateError> {
  const day = Number(parts.day);
  const month = Number(parts.month);
  const year = parts.year.length === 4 ? Number(parts.year) : likelyYear(parts.year, today);
  const date = findPlainDate(year, month, day);
  if (date === undefined && year >= 1000) return err({ kind: 'impossible-date', day, month, year });
  if (date === undefined || year < earliestYear || year > latestYear) return err({ kind: 'year-out-of-range', year });
  return parts.year.length === 4 ? ok(date) : err({ kind: 'year-unsure', suggestion: date });
}

function likelyYear(typed: string, today: PlainDate): number {
  const thisYear = partsOf(today).year;
  if (typed === '') return thisYear;
  const century = thisYear - (thisYear % 100);
  const year = century + Number(typed);
  return year > thisYear + twoDigitYearsAhead ? year - 100 : year;
}
