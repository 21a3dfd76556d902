import { toPartialDate, yearOf, type PartialDate } from '#shared/base/partial-date.ts';
import { findPlainDate, partsOf, type PlainDate } from '#shared/base/plain-date.ts';
import { parseTypedPartialDate } from '#shared/base/typed-date.ts';
import { dateOfSerial, type SheetCell } from './sheet-cell.ts';

/**
 * How the dates of a column are read. `order`: of day and month in texts. `swapped`: Excel took the month for the day in cells it made dates of. `ask` reads
 * as lists usually are until a person has settled it. `twoDigits`, `serials`: years of two digits, and bare numbers that may be Excel's days, are taken as
 * guessed instead of asked about.
 */
export type DateChoice = {
  readonly order: 'ask' | 'dmy' | 'mdy';
  readonly swapped: 'ask' | 'yes' | 'no';
  readonly twoDigits: boolean;
  readonly serials: boolean;
};

export const usualDates: DateChoice = { order: 'ask', swapped: 'ask', twoDigits: false, serials: false };

/** What a date must fit: `latest` is the last year it can be (a birth lies some years back), by which the century of two digits is guessed. */
export type DateFrame = { readonly today: PlainDate; readonly latest: number; readonly is1904: boolean };

/** A date, or why there is none. `suggestion` is taken when a person confirms it. */
export type ReadDate =
  | { readonly kind: 'date'; readonly date: PartialDate }
  | { readonly kind: 'two-digit-year' | 'serial-number'; readonly suggestion: PartialDate }
  | { readonly kind: 'not-a-date' | 'impossible-date' | 'year-out-of-range' };

const dayFirst = /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{4}|\d{2})$/u;
const withTime = /^(.+?)[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[AP]M)?$/iu;

/** Reads a cell that should hold a date, perhaps known to the year or month only. `text`: the cell's, in its stored form. */
export function readDate(cell: SheetCell, text: string, choice: DateChoice, frame: DateFrame): ReadDate {
  if (typeof cell === 'object' && cell.kind === 'date' && cell.date !== undefined)
    return readDay(choice.swapped === 'yes' ? swapDay(cell.date) : cell.date);
  if (typeof cell === 'object' && cell.kind === 'number') return readNumber(text, choice, frame);
  return readText(withTime.exec(text)?.[1] ?? text, choice, frame);
}

function readNumber(text: string, choice: DateChoice, frame: DateFrame): ReadDate {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1800 && number <= 2200)
    return { kind: 'date', date: toPartialDate(String(number)) };
  if (/^\d{8}$/u.test(text)) return readText(text, choice, frame);
  const day = dateOfSerial(number, frame.is1904);
  // Below 1910 a number is rather a number of something.
  if (day === undefined || yearOf(day) < 1910 || yearOf(day) > frame.latest) return { kind: 'not-a-date' };
  return choice.serials ? readDay(day) : { kind: 'serial-number', suggestion: toPartialDate(day) };
}

function readText(text: string, choice: DateChoice, frame: DateFrame): ReadDate {
  const parts = dayFirst.exec(text.replace(/^(?:ng\u00e0y|sinh ng\u00e0y)\s+/iu, ''));
  if (parts !== null) {
    const [, first = '', second = '', year = ''] = parts;
    const [day, month] = choice.order === 'mdy' ? [second, first] : [first, second];
    if (year.length === 2) return readShortYear(Number(day), Number(month), Number(year), choice, frame);
    if (Number(day) > 0) return fromTyped(`${day}/${month}/${year}`, frame);
  }
  return fromTyped(text, frame);
}

function readShortYear(day: number, month: number, short: number, choice: DateChoice, { latest }: DateFrame): ReadDate {
  const year = 2000 + short <= latest ? 2000 + short : 1900 + short;
  const date = findPlainDate(year, month, day);
  if (date === undefined) return { kind: 'impossible-date' };
  return choice.twoDigits ? readDay(date) : { kind: 'two-digit-year', suggestion: toPartialDate(date) };
}

function fromTyped(text: string, { today }: DateFrame): ReadDate {
  const typed = parseTypedPartialDate(text, today);
  if (typed.ok) return { kind: 'date', date: typed.value };
  const { kind } = typed.error;
  // A day and month without a year is no date of a list.
  return kind === 'impossible-date' || kind === 'year-out-of-range' ? { kind } : { kind: 'not-a-date' };
}

function readDay(day: PlainDate): ReadDate {
  return { kind: 'date', date: toPartialDate(day) };
}

/** 03/02 for 02/03; a day that cannot be a month stays. */
function swapDay(date: PlainDate): PlainDate {
  const { year, month, day } = partsOf(date);
  return findPlainDate(year, day, month) ?? date;
}

/** What the texts and dates of a column say about the order of day and month. */
export type DateOrderSigns = {
  /** Texts whose first number cannot be a month, whose second cannot, and those that could be either. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly either: number;
  /** Cells Excel made dates of, and how many of those days could be months. */
  readonly dates: number;
  readonly lowDays: number;
};

export function readDateOrder(cells: Iterable<{ readonly cell: SheetCell; readonly text: string }>): DateOrderSigns {
  const signs = { dayFirst: 0, monthFirst: 0, either: 0, dates: 0, lowDays: 0 };
  for (const { cell, text } of cells) {
    if (typeof cell === 'object' && cell.kind === 'date' && cell.date !== undefined) {
      signs.dates += 1;
      if (partsOf(cell.date).day <= 12) signs.lowDays += 1;
      continue;
    }
    const parts = dayFirst.exec(withTime.exec(text)?.[1] ?? text);
    if (parts === null) continue;
    const [first, second] = [Number(parts[1]), Number(parts[2])];
    if (first > 12 && second <= 12) signs.dayFirst += 1;
    else if (second > 12 && first <= 12) signs.monthFirst += 1;
    else if (first > 0 && second > 0) signs.either += 1;
  }
  return signs;
}

/** Dates Excel makes of a list typed day first on a PC that reads month first: each day that could be a month was taken for one, the others stayed text. */
const SUSPICIOUS_DATES = 3;

/** What has to be asked about the order, if anything: texts that are month first or of both kinds, or dates whose day and month Excel may have swapped. */
export function dateOrderQuestion(signs: DateOrderSigns): 'order' | 'swapped' | undefined {
  if (signs.monthFirst > 0) return 'order';
  const isSuspicious = signs.dates >= SUSPICIOUS_DATES && signs.lowDays === signs.dates;
  return isSuspicious && signs.dayFirst > 0 && signs.either === 0 ? 'swapped' : undefined;
}
