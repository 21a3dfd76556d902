import { dateOfInstant, type PlainDate } from '#shared/base/plain-date.ts';

/** A cell of a sheet from outside: bare text, or what else has to be known of it. */
export type SheetCell = string | CellDetail;

/**
 * What a cell that is not bare text holds. `text`: as it is written, a number in plain digits. `date`: the day a number under a date format stands for.
 * `error`: what stands there is an error value (#REF!). `no-value`: a formula whose value was never saved. `converted`: the text in Unicode, when its font
 * says that it is in an old encoding.
 */
export type CellDetail = {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'no-value';
  readonly date?: PlainDate;
  readonly converted?: string;
};

/** A merged area: rows and columns from 0, both ends included. */
export type MergedCells = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** A sheet as it was read. `rows` is dense from the first row of the sheet; a short row ends early, so that `rows[6]` is what Excel numbers 7. */
export type ImportSheet = {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly columns: number;
  readonly merges: readonly MergedCells[];
  /** Rows and columns (from 0) that the file hides. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** There are more rows or columns than are read. */
  readonly isCut: boolean;
};

/** Most rows and columns of a sheet that are read. */
export const SHEET_ROWS_MAX = 60_000;
export const SHEET_COLUMNS_MAX = 256;

const DAY_MS = 86_400_000;

/** What is written in a cell; empty when there is nothing. */
export function textOfCell(cell: SheetCell | undefined): string {
  return typeof cell === 'string' ? cell : (cell?.text ?? '');
}

/** Whether a cell says nothing: only spaces, or nothing at all. */
export function isEmptyCell(cell: SheetCell | undefined): boolean {
  if (cell === undefined) return true;
  return typeof cell === 'string' ? cell.trim() === '' : cell.text.trim() === '' && cell.kind !== 'no-value';
}

/** The name of a column (from 0) as Excel writes it: A, Z, AA. */
export function columnLetters(column: number): string {
  const tail = String.fromCharCode(65 + (column % 26));
  return column < 26 ? tail : columnLetters(Math.floor(column / 26) - 1) + tail;
}

/**
 * The day a number stands for in a workbook (ECMA-376, 18.17.4.1): days from 1900, with a 29 February 1900 that never was, or from 1904. The time of day is
 * left off. Undefined for what is no day between 1900 and 2200.
 */
export function dateOfSerial(serial: number, is1904: boolean): PlainDate | undefined {
  const day = Math.floor(serial);
  if (!Number.isFinite(serial) || day < 1 || day > 110_000) return undefined;
  if (is1904) return dateOfInstant(Date.UTC(1904, 0, 1) + day * DAY_MS, 0);
  if (day === 60) return undefined;
  return dateOfInstant(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * DAY_MS, 0);
}
