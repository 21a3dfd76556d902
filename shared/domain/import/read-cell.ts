import { countOddWords, fromLegacyEncoding, hasUnicodeVietnamese } from '#shared/base/legacy-encoding.ts';
import type { PartialDate } from '#shared/base/partial-date.ts';
import { partsOf } from '#shared/base/plain-date.ts';
import { foldForSearch, normalizeLine } from '#shared/base/vietnamese.ts';
import { cleanMemberNumber } from '#shared/domain/member/member-number.ts';
import type { MemberFields, MemberState } from '#shared/domain/member/member-record.ts';
import { findPhoneNumber } from '#shared/domain/member/phone-number.ts';
import { importFieldOf, type ImportField } from './import-field-table.ts';
import { genderWordTable, markWords, stateWordTable } from './import-word-table.ts';
import type { ProblemKind } from './import-problem.ts';
import { readDate, type DateChoice, type DateFrame } from './read-date.ts';
import type { SheetCell } from './sheet-cell.ts';

/**
 * How a column is read. `zeros`: zeros that a number lost in front are put back. `legacy`: the encoding its texts are converted from; `ask` and `font` convert
 * what bears an old font, `ask` until somebody has looked at it.
 */
export type CellChoice = {
  readonly dates: DateChoice;
  readonly zeros: boolean;
  readonly legacy: 'ask' | 'font' | 'tcvn3' | 'vni' | 'none';
  /** Whether a date in a column of schooling is the `10/12` Excel made it of: day and month, or month and day. */
  readonly schooling: 'ask' | 'day-month' | 'month-day';
};

/** What a cell says, or what is wrong with it. `suggestion`: what it would be if somebody confirms. */
export type ReadCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly date: PartialDate }
  | { readonly kind: 'gender'; readonly gender: MemberFields['gender'] }
  | { readonly kind: 'mark'; readonly bornOn: PartialDate | null }
  | { readonly kind: 'state'; readonly state: MemberState }
  | { readonly kind: 'problem'; readonly problem: ProblemKind; readonly suggestion: string };

const empty: ReadCell = { kind: 'empty' };

/** The text of a cell in its stored form: one line, NFC, no odd spaces; from an old encoding when its font or its column says so. */
export function cellText(cell: SheetCell, legacy: CellChoice['legacy']): string {
  return normalizeLine(cellSource(cell, legacy)).replace(/^'+/u, '');
}

function cellSource(cell: SheetCell, legacy: CellChoice['legacy']): string {
  const text = typeof cell === 'string' ? cell : cell.text;
  if (legacy === 'none') return text;
  if (typeof cell === 'object') return cell.converted ?? text;
  return legacy === 'font' || legacy === 'ask' ? text : convertLegacy(text, legacy);
}

/**
 * A text from an old encoding. One that holds letters only Unicode has was typed later and stays, and so does one that reads as Vietnamese as it is (`NÔNG
 * XUÂN DUY` has none of those letters).
 */
export function convertLegacy(text: string, encoding: 'tcvn3' | 'vni'): string {
  const odd = countOddWords(text);
  if (odd === 0 || hasUnicodeVietnamese(text)) return text;
  const converted = fromLegacyEncoding(text, encoding);
  return countOddWords(converted) < odd ? converted : text;
}

/** Reads a cell as a field. */
export function readCell(cell: SheetCell, field: ImportField, choice: CellChoice, frame: DateFrame): ReadCell {
  if (typeof cell === 'object' && cell.kind === 'error') return fault('cell-error');
  if (typeof cell === 'object' && cell.kind === 'no-value') return fault('formula-without-value');
  const text = cellText(cell, choice.legacy);
  if (text === '' || /^[-–—.]+$/u.test(text)) return empty;
  const { kind, max = Infinity } = importFieldOf(field);
  switch (kind) {
    case 'partial-date':
    case 'date':
      return readDateCell(cell, text, kind === 'date', choice, frame);
    case 'mark':
      return readMark(cell, text, choice, frame);
    case 'gender':
      return readGender(text);
    case 'state':
      return readState(text);
    case 'citizen-id':
      return readNumber(text, cell, choice, { 8: 9, 10: 12, 11: 12 }, max);
    case 'card-number':
      return readNumber(text, cell, choice, { 5: 8, 6: 8, 7: 8 }, max);
    case 'file-number':
      return readNumber(text, cell, choice, {}, max);
    case 'phone':
      return readPhone(text, cell, choice, max);
    case 'name':
    case 'name-part':
    case 'text':
    case 'unit':
      return readText(text, cell, field, choice, max);
  }
}

function readDateCell(cell: SheetCell, text: string, isWhole: boolean, choice: CellChoice, frame: DateFrame): ReadCell {
  const read = readDate(cell, text, choice.dates, frame);
  if (read.kind === 'date')
    return isWhole && read.date.length < 10 ? fault('day-missing') : { kind: 'date', date: read.date };
  return fault(read.kind, 'suggestion' in read ? read.suggestion : '');
}

/** In the column of men or women: a cross, or the birth date itself. */
function readMark(cell: SheetCell, text: string, choice: CellChoice, frame: DateFrame): ReadCell {
  if (markWords.has(text.toLowerCase()) || foldForSearch(text) in genderWordTable)
    return { kind: 'mark', bornOn: null };
  const read = readDate(cell, text, choice.dates, frame);
  if (read.kind === 'date') return { kind: 'mark', bornOn: read.date };
  return fault(read.kind === 'not-a-date' ? 'gender-word' : read.kind, 'suggestion' in read ? read.suggestion : '');
}

function readGender(text: string): ReadCell {
  const words = foldForSearch(text).replace(/[^a-z]/gu, '');
  const gender = Object.hasOwn(genderWordTable, words) ? genderWordTable[words] : undefined;
  return gender === undefined ? fault('gender-word') : { kind: 'gender', gender };
}

function readState(text: string): ReadCell {
  const words = foldForSearch(text);
  const found = stateWordTable.find(([said]) => words.includes(said));
  return found === undefined ? fault('state-word') : { kind: 'state', state: found[1] };
}

/** A number of a person. `lengths`: a length that comes of zeros lost in front, and the length it should have. */
function readNumber(
  text: string,
  cell: SheetCell,
  choice: CellChoice,
  lengths: Readonly<Record<number, number>>,
  max: number,
): ReadCell {
  if (isDamaged(text, cell)) return fault('number-damaged');
  const number = cleanMemberNumber(text);
  if (number.length > max) return fault('too-long');
  const whole = /^\d+$/u.test(number) ? lengths[number.length] : undefined;
  if (whole === undefined) return { kind: 'text', text: number };
  const padded = number.padStart(whole, '0');
  return choice.zeros ? { kind: 'text', text: padded } : fault('lost-zeros', padded);
}

function readPhone(text: string, cell: SheetCell, choice: CellChoice, max: number): ReadCell {
  if (isDamaged(text, cell)) return fault('number-damaged');
  const digits = text.replace(/[\s.()-]/gu, '');
  if (/^[35789]\d{8}$/u.test(digits)) {
    const padded = `0${digits}`;
    return choice.zeros ? { kind: 'text', text: padded } : fault('lost-zeros', padded);
  }
  const number = findPhoneNumber(text) ?? text;
  return number.length > max ? fault('too-long') : { kind: 'text', text: number };
}

/** `3.01E+10` has lost its digits for good. */
function isDamaged(text: string, cell: SheetCell): boolean {
  return (
    /^\d(?:[.,]\d+)?E\+?\d+$/iu.test(text) || (typeof cell === 'object' && cell.kind === 'number' && /[.,]/u.test(text))
  );
}

function readText(text: string, cell: SheetCell, field: ImportField, choice: CellChoice, max: number): ReadCell {
  if (typeof cell === 'object' && cell.kind === 'date' && cell.date !== undefined) {
    const { year, month, day } = partsOf(cell.date);
    if (field !== 'education') return { kind: 'text', text: `${pad(day)}/${pad(month)}/${String(year)}` };
    const [first, second] = choice.schooling === 'month-day' ? [month, day] : [day, month];
    const words = `${String(first)}/${String(second)}`;
    return choice.schooling === 'ask' ? fault('date-for-schooling', words) : { kind: 'text', text: words };
  }
  return text.length > max ? fault('too-long') : { kind: 'text', text };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function fault(problem: ProblemKind, suggestion = ''): ReadCell {
  return { kind: 'problem', problem, suggestion };
}
