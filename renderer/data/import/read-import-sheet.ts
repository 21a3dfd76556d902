import { attributeOf, walkXml } from '#shared/base/xml-walk.ts';
import {
  dateOfSerial,
  SHEET_COLUMNS_MAX,
  SHEET_ROWS_MAX,
  type ImportSheet,
  type MergedCells,
  type SheetCell,
} from '#shared/domain/import/sheet-cell.ts';
import { isPlainDate } from '#shared/base/plain-date.ts';
import type { CellFormat } from '../files/cell-format.ts';
import { convertByFont, plainText, RichText, type WorkbookString } from './read-workbook-strings.ts';

const MERGES_MAX = 50_000;

/** What a workbook's sheets are read with. */
export type WorkbookStyles = {
  readonly strings: readonly WorkbookString[];
  readonly formats: readonly CellFormat[];
  readonly fonts: readonly string[];
  readonly is1904: boolean;
};

type OpenCell = { type: string; style: number; value: string; hasValue: boolean; hasFormula: boolean };

/** Reads a sheet of an Excel file cell by cell, as it lies in the file: nothing is calculated or put right. Undefined when it is no XML. */
export function readImportSheet(name: string, xml: string, styles: WorkbookStyles): ImportSheet | undefined {
  const rows: SheetCell[][] = [];
  const merges: MergedCells[] = [];
  const [hiddenRows, hiddenColumns]: [number[], number[]] = [[], []];
  const rich = new RichText();
  let columns = 0;
  let isCut = false;
  let row: SheetCell[] | undefined;
  let [rowNumber, column] = [-1, -1];
  let cell: OpenCell = blankCell('', 0);
  let within = '';
  const takeCell = (): void => {
    if (row === undefined) return;
    const read = cellOf(cell, rich, styles);
    if (read === '') return;
    if (column >= SHEET_COLUMNS_MAX) {
      isCut = true;
      return;
    }
    while (row.length < column) row.push('');
    row[column] = read;
    columns = Math.max(columns, column + 1);
  };
  const walked = walkXml(
    xml,
    {
      open: (tag, attributes) => {
        if (tag === 'c') {
          const said = columnOf(attributeOf(attributes, 'r') ?? '');
          column = said >= 0 ? said : column + 1;
          cell = blankCell(attributeOf(attributes, 't') ?? 'n', Number(attributeOf(attributes, 's') ?? '0'));
          if (cell.type === 'inlineStr') rich.begin();
        } else if (tag === 'v') within = 'v';
        else if (tag === 'f') cell.hasFormula = true;
        else if (tag === 'row') {
          const said = Number(attributeOf(attributes, 'r') ?? '0') - 1;
          rowNumber = said >= 0 ? said : rowNumber + 1;
          row = rowNumber >= SHEET_ROWS_MAX ? undefined : [];
          column = -1;
          if (isTrue(attributeOf(attributes, 'hidden'))) hiddenRows.push(rowNumber);
        } else if (tag === 'col') noteHiddenColumns(attributes, hiddenColumns);
        else if (tag === 'mergeCell' && merges.length < MERGES_MAX) {
          const area = areaOf(attributeOf(attributes, 'ref') ?? '');
          if (area !== undefined) merges.push(area);
        } else rich.open(tag, attributes);
      },
      close: (tag) => {
        if (tag === 'v') within = '';
        else if (tag === 'c') takeCell();
        else if (tag !== 'row') rich.close(tag);
        else if (row === undefined) isCut = true;
        else if (row.length > 0) {
          while (rows.length < rowNumber) rows.push([]);
          rows[rowNumber] = row;
        }
      },
      text: (piece) => {
        if (within === 'v') {
          cell.value += piece;
          cell.hasValue = true;
        } else rich.text(piece);
      },
    },
    { depth: 40, tags: 30_000_000 },
  );
  return walked.ok ? { name, rows, columns, merges, hiddenRows, hiddenColumns, isCut } : undefined;
}

function blankCell(type: string, style: number): OpenCell {
  return { type, style, value: '', hasValue: false, hasFormula: false };
}

function cellOf(cell: OpenCell, rich: RichText, { strings, formats, fonts, is1904 }: WorkbookStyles): SheetCell {
  const { type, style, value, hasValue, hasFormula } = cell;
  const font = fonts[style] ?? '';
  if (type === 's') return textCell(strings[Number(value)] ?? '', font);
  if (type === 'inlineStr') return textCell(rich.end(), font);
  if (!hasValue) return hasFormula ? { text: '', kind: 'no-value' } : '';
  if (type === 'str') return textCell(value, font);
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', kind: 'boolean' };
  if (type === 'e') return { text: value, kind: 'error' };
  if (type === 'd') return isoCell(value);
  const format = formats[style] ?? 'general';
  const number = Number(value);
  const date = format === 'date' || format === 'date-time' ? dateOfSerial(number, is1904) : undefined;
  if (date !== undefined) return { text: date, kind: 'date', date };
  return Number.isFinite(number) ? { text: plainNumber(value, number), kind: 'number' } : value;
}

function textCell(string: WorkbookString, font: string): SheetCell {
  const text = plainText(string);
  const converted = convertByFont(string, font);
  return converted === undefined ? text : { text, kind: 'text', converted };
}

function isoCell(value: string): SheetCell {
  const date = value.slice(0, 10);
  return isPlainDate(date) ? { text: date, kind: 'date', date } : value;
}

/** `2.0301012345E10` is the same number as 20301012345; what has lost digits stays as it is written. */
function plainNumber(raw: string, number: number): string {
  return Number.isSafeInteger(number) ? String(number) : raw;
}

function noteHiddenColumns(attributes: string, hidden: number[]): void {
  if (!isTrue(attributeOf(attributes, 'hidden'))) return;
  const first = Number(attributeOf(attributes, 'min') ?? '1') - 1;
  const last = Math.min(Number(attributeOf(attributes, 'max') ?? '1'), SHEET_COLUMNS_MAX);
  for (let at = Math.max(0, first); at < last; at += 1) hidden.push(at);
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** Column of a cell's name (`AB12` is 27), from 0; -1 when it has none. */
function columnOf(name: string): number {
  let column = 0;
  for (let at = 0; at < name.length && at < 3; at += 1) {
    const code = name.charCodeAt(at) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column - 1;
}

function areaOf(ref: string): MergedCells | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/u.exec(ref);
  if (match === null) return undefined;
  const [, left = '', top = '', right = '', bottom = ''] = match;
  return { left: columnOf(left), top: Number(top) - 1, right: columnOf(right), bottom: Number(bottom) - 1 };
}
