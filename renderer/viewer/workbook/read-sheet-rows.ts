import { attributeOf, walkXml } from '#shared/base/xml-walk.ts';
import { formatCell, type CellFormat } from '#renderer/data/files/cell-format.ts';

/** A merged area: rows and columns from 0, both ends included. */
export type MergedArea = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** A sheet as text. `rows` is dense from the first row; a short row ends early. `widths` in CSS pixels by column. `isCut`: more rows than are shown. */
export type Sheet = {
  readonly rows: readonly (readonly string[])[];
  readonly columns: number;
  readonly merges: readonly MergedArea[];
  readonly widths: readonly number[];
  readonly isCut: boolean;
};

const ROWS_MAX = 100_000;
const COLUMNS_MAX = 256;
const MERGES_MAX = 20_000;
const USUAL_WIDTH = 88;
const WIDEST = 420;
/** Pixels of a character of the sheet's usual type. */
const CHARACTER = 7;

/** Reads the rows of a sheet; undefined when it is no XML. */
export function readSheetRows(
  xml: string,
  strings: readonly string[],
  formats: readonly CellFormat[],
  is1904: boolean,
): Sheet | undefined {
  const rows: string[][] = [];
  const merges: MergedArea[] = [];
  const widths: number[] = [];
  let columns = 0;
  let isCut = false;
  let row: string[] | undefined;
  let rowNumber = -1;
  let column = -1;
  let cell = { type: '', style: 0, text: '' };
  let within = '';
  const walked = walkXml(
    xml,
    {
      open: (name, attributes) => {
        if (name === 'row') {
          const said = Number(attributeOf(attributes, 'r') ?? '0') - 1;
          rowNumber = said >= 0 ? said : rowNumber + 1;
          isCut ||= rowNumber >= ROWS_MAX;
          row = rowNumber >= ROWS_MAX ? undefined : [];
          column = -1;
        } else if (name === 'c') {
          const said = columnOf(attributeOf(attributes, 'r') ?? '');
          column = said >= 0 ? said : column + 1;
          cell = {
            type: attributeOf(attributes, 't') ?? 'n',
            style: Number(attributeOf(attributes, 's') ?? '0'),
            text: '',
          };
        } else if (name === 'v' || name === 't') within = name;
        else if (name === 'col') readWidth(attributes, widths);
        else if (name === 'mergeCell' && merges.length < MERGES_MAX) {
          const area = areaOf(attributeOf(attributes, 'ref') ?? '');
          if (area !== undefined) merges.push(area);
        }
      },
      close: (name) => {
        if (name === 'v' || name === 't') within = '';
        if (name === 'c' && row !== undefined && column < COLUMNS_MAX) {
          const text = textOf(cell, strings, formats, is1904);
          if (text !== '') {
            while (row.length < column) row.push('');
            row[column] = text;
            columns = Math.max(columns, column + 1);
          }
        }
        if (name === 'row' && row !== undefined && row.length > 0) {
          while (rows.length < rowNumber) rows.push([]);
          rows[rowNumber] = row;
        }
      },
      text: (piece) => {
        if (within !== '') cell = { ...cell, text: cell.text + piece };
      },
    },
    { depth: 40, tags: 30_000_000 },
  );
  if (!walked.ok) return undefined;
  const all = Array.from({ length: columns }, (_, at) => widths[at] ?? USUAL_WIDTH);
  return {
    rows,
    columns,
    merges: merges.filter(({ left, top }) => left < columns && top < rows.length),
    widths: all,
    isCut,
  };
}

function textOf(
  cell: { readonly type: string; readonly style: number; readonly text: string },
  strings: readonly string[],
  formats: readonly CellFormat[],
  is1904: boolean,
): string {
  if (cell.type === 's') return strings[Number(cell.text)] ?? '';
  if (cell.type === 'b') return cell.text === '1' ? 'TRUE' : 'FALSE';
  if (cell.type === 'n') return formatCell(cell.text, formats[cell.style] ?? 'general', is1904);
  return cell.text;
}

function readWidth(attributes: string, widths: number[]): void {
  const width = Number(attributeOf(attributes, 'width') ?? '0');
  const hidden = attributeOf(attributes, 'hidden') === '1';
  const first = Number(attributeOf(attributes, 'min') ?? '1') - 1;
  const last = Math.min(Number(attributeOf(attributes, 'max') ?? '1'), COLUMNS_MAX);
  if (width <= 0 || first < 0) return;
  const pixels = hidden ? 24 : Math.min(WIDEST, Math.max(24, Math.round(width * CHARACTER) + 5));
  for (let at = first; at < last; at += 1) widths[at] = pixels;
}

/** Column of a cell's name (`AB12` is 27), from 0; -1 when it has none. */
function columnOf(name: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/u.exec(name)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function areaOf(ref: string): MergedArea | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/u.exec(ref);
  if (match === null) return undefined;
  const [, left = '', top = '', right = '', bottom = ''] = match;
  return { left: columnOf(left), top: Number(top) - 1, right: columnOf(right), bottom: Number(bottom) - 1 };
}
