import { foldForSearch } from '#shared/base/vietnamese.ts';
import { importFieldOf } from './import-field-table.ts';
import { cellText } from './read-cell.ts';
import { choiceOf, cellKey, type ImportSettings } from './import-settings.ts';
import { closingWords, groupWords } from './import-word-table.ts';
import { isEmptyCell, textOfCell, type ImportSheet, type SheetCell } from './sheet-cell.ts';

/** A row of the table that should be a member. `row` as Excel numbers it; `group`: words of the heading it stands under (a cell's name), or empty. */
export type DataRow = {
  readonly row: number;
  readonly cells: readonly SheetCell[];
  readonly isHidden: boolean;
  readonly group: string;
};

/** A row with words in it that is no member: a heading, the numbers of the columns, a sum, a signature. */
export type PassedRow = { readonly row: number; readonly text: string };

/** The rows of a table below its head that should be members, and those with words in them that are none. */
export type DataRows = { readonly rows: readonly DataRow[]; readonly passed: readonly PassedRow[] };

/** Reads the rows below the head. A value merged over several rows counts for each of them; a cell typed anew for what is in the file. */
export function listDataRows(sheet: ImportSheet, settings: ImportSettings): DataRows {
  const used = settings.columns.flatMap((field, column) => (field === null ? [] : [column]));
  const filled = fillMerged(sheet, settings.header.to + 1);
  const hidden = new Set(sheet.hiddenRows);
  const hasUnits = settings.columns.includes('unit');
  const hasTyped = Object.keys(settings.cells).length > 0;
  const rows: DataRow[] = [];
  const passed: PassedRow[] = [];
  let group = '';
  for (let at = settings.header.to + 1; at < sheet.rows.length; at += 1) {
    const found = filled.get(at) ?? sheet.rows[at] ?? [];
    const cells = hasTyped ? withTyped(found, at + 1, settings) : found;
    const heading = hasUnits ? undefined : headingOf(cells, settings);
    if (heading !== undefined) group = heading;
    if (heading !== undefined || isNoMember(cells, used, at === settings.header.to + 1))
      passed.push(passedRow(at + 1, cells));
    else rows.push({ row: at + 1, cells, isHidden: hidden.has(at), group });
  }
  const last = rows.findLastIndex(({ cells }) => !isClosing(cells, settings));
  for (const { row, cells } of rows.slice(last + 1)) passed.push(passedRow(row, cells));
  return { rows: rows.slice(0, last + 1), passed: passed.filter(({ text }) => text !== '') };
}

function passedRow(row: number, cells: readonly SheetCell[]): PassedRow {
  const said = cells.flatMap((cell) => (isEmptyCell(cell) ? [] : [textOfCell(cell).trim()]));
  return { row, text: said.join(' ').slice(0, 120) };
}

function withTyped(cells: readonly SheetCell[], row: number, settings: ImportSettings): readonly SheetCell[] {
  const typed = settings.columns.flatMap((_, column) => {
    const text = settings.cells[cellKey(row, column)];
    return text === undefined ? [] : [[column, text] as const];
  });
  if (typed.length === 0) return cells;
  const copy = Array.from({ length: Math.max(cells.length, settings.columns.length) }, (_, at) => cells[at] ?? '');
  for (const [column, text] of typed) copy[column] = text;
  return copy;
}

/** Rows in which a merged area of several rows puts a value. Areas over several columns are headings, not values. */
function fillMerged(sheet: ImportSheet, firstRow: number): ReadonlyMap<number, readonly SheetCell[]> {
  const filled = new Map<number, SheetCell[]>();
  for (const { top, bottom, left, right } of sheet.merges) {
    if (bottom < firstRow || top === bottom || left !== right) continue;
    const value = sheet.rows[top]?.[left] ?? '';
    for (let at = Math.max(top + 1, firstRow); at <= bottom && at < sheet.rows.length; at += 1) {
      const row = filled.get(at) ?? [...(sheet.rows[at] ?? [])];
      // A merged area does not make a row of nothing a member.
      if (row.every(isEmptyCell)) continue;
      while (row.length <= left) row.push('');
      row[left] = value;
      filled.set(at, row);
    }
  }
  return filled;
}

/** Words of a row that only names the cell its neighbours below belong to. */
function headingOf(cells: readonly SheetCell[], settings: ImportSettings): string | undefined {
  const said = cells.flatMap((cell, column) => {
    const text = cellText(cell, choiceOf(settings, column).legacy);
    return text === '' ? [] : [text];
  });
  if (said.length === 0 || said.length > 3) return undefined;
  return said.find((text) => {
    const words = foldForSearch(text);
    return groupWords.some((begin) => words === begin || words.startsWith(`${begin} `));
  });
}

/** Nothing in any column that is taken over; or, right below the head, the numbers (1) (2) (3) of the columns. */
function isNoMember(cells: readonly SheetCell[], used: readonly number[], isFirst: boolean): boolean {
  const said = used.filter((column) => !isEmptyCell(cells[column]));
  if (said.length === 0) return true;
  return isFirst && isNumberRow(cells);
}

/** The numbers (1) (2) (3) of the columns, as forms have them below their head. */
export function isNumberRow(cells: readonly SheetCell[]): boolean {
  const numbers = cells.flatMap((cell) => (isEmptyCell(cell) ? [] : [textOfCell(cell).trim()]));
  return numbers.length > 1 && numbers.every((text) => /^\(?\d{1,2}\)?$|^[A-Z]$/u.test(text));
}

/** Sums and signatures below a list: few words, beginning as such lines do, or a single one that is no name. */
function isClosing(cells: readonly SheetCell[], { columns }: ImportSettings): boolean {
  const said = cells.flatMap((cell, column) => (isEmptyCell(cell) ? [] : [{ text: textOfCell(cell), column }]));
  const [first] = said;
  if (first === undefined) return true;
  if (said.length > 3) return false;
  const words = foldForSearch(first.text)
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
  if (closingWords.some((begin) => words === begin || words.startsWith(`${begin} `))) return true;
  const field = columns[first.column] ?? null;
  return said.length === 1 && (field === null || !importFieldOf(field).kind.startsWith('name'));
}
