import type { Measure } from '../fonts.ts';
import { fillPages, type Band, type SetPage } from '../setting/bands.ts';
import { gridRow } from '../setting/grid-row.ts';
import { beside, paragraphBands, type Column } from '../setting/text-bands.ts';
import { boxBand, matrixBand, pictureBand, ruleBand } from './drawn-bands.ts';
import { blankBands, fieldBands, joined } from './field-bands.ts';
import type { PreparedPart } from './prepare-sheet.ts';
import type { SheetMatrix, SheetPage, SheetPicture } from './sheet-parts.ts';

const POINTS_OF_MM = 72 / 25.4;

/** Names of the resources that hold the pictures. */
export type PictureNames = ReadonlyMap<SheetPicture, string>;

/** Sets a sheet on pages: every line with its place in points from the left and top edge. Pure: the same sheet gives the same pages. */
export function layOutSheet(
  parts: readonly PreparedPart[],
  page: SheetPage,
  measure: Measure,
  pictures: PictureNames,
): readonly SetPage[] {
  const column = {
    left: page.left * POINTS_OF_MM,
    width: (page.width - page.left - page.right) * POINTS_OF_MM,
    height: (page.height - page.top - page.bottom) * POINTS_OF_MM,
  };
  const tools = { measure, pictures, size: page.size };
  return fillPages(bandsOfAll(parts, column, tools), { top: page.top * POINTS_OF_MM, height: column.height });
}

type Tools = { readonly measure: Measure; readonly pictures: PictureNames; readonly size: number };

function bandsOfAll(parts: readonly PreparedPart[], column: Column, tools: Tools): readonly Band[] {
  const bands: Band[] = [];
  let turn: Band['turns'];
  for (const prepared of parts) {
    const { part } = prepared;
    if (part.kind === 'turn') {
      turn = part.name === undefined ? {} : { name: part.name };
      continue;
    }
    const made = bandsOf(prepared, column, tools);
    const isKept = part.kind === 'columns' && part.keepWithText === true && turn === undefined;
    const last = bands.at(-1);
    if (isKept && last !== undefined) bands[bands.length - 1] = { ...last, keepNext: true };
    for (const band of made) {
      bands.push(turn === undefined ? band : { ...band, turns: turn });
      turn = undefined;
    }
  }
  return bands;
}

function bandsOf(prepared: PreparedPart, column: Column, tools: Tools): readonly Band[] {
  const { measure, size } = tools;
  if ('columns' in prepared) return [columnsBand(prepared, column, tools)];
  if ('rows' in prepared) return tableBands(prepared, column, measure);
  const { part, paragraphs } = prepared;
  const [first] = paragraphs;
  switch (part.kind) {
    case 'text':
      return first === undefined ? [] : paragraphBands(first, column, measure);
    case 'fields':
      return fieldBands(part, paragraphs, column, measure);
    case 'boxes':
      return [boxBand(part, paragraphs, column, measure)];
    case 'picture':
      return [pictureBand(part, tools.pictures.get(part), first, column, measure)];
    case 'matrix':
      return [matrixBand(part, column)];
    case 'blank':
      return blankBands(part, size, column);
    case 'space':
      return [{ height: part.height, before: 0, lines: [], rules: [], keepNext: false }];
    case 'rule':
      return [ruleBand(part, column)];
    case 'turn':
      return [];
  }
}

/** Columns of a sheet are short (headers, signatures): they stand on one height and are never cut. */
function columnsBand(
  { part, columns }: Extract<PreparedPart, { columns: unknown }>,
  column: Column,
  tools: Tools,
): Band {
  let left = column.left;
  const blocks = columns.map((parts, index) => {
    const width = (part.columns[index]?.share ?? 0) * column.width;
    const bands = bandsOfAll(parts, { ...column, left, width }, tools);
    left += width;
    return joined(bands);
  });
  const whole = blocks.length === 0 ? joined([]) : blocks.reduce(beside);
  return { ...whole, before: part.before ?? 0 };
}

function tableBands(
  { part, head, rows }: Extract<PreparedPart, { rows: unknown }>,
  column: Column,
  measure: Measure,
): readonly Band[] {
  const all = part.columns.reduce((sum, { share }) => sum + share, 0);
  const widths = part.columns.map(({ share }) => share / all);
  const row = (cells: (typeof rows)[number], least?: number): Band =>
    gridRow(
      cells.map((cell) => [cell]),
      widths,
      column,
      measure,
      least,
    );
  const headBand: Band = { ...row(head), before: part.before ?? 4, keepNext: rows.length > 0 };
  return [
    headBand,
    ...rows.map((cells, index): Band => {
      const squares = part.codes?.[index] ?? null;
      const band = row(cells, squares === null ? part.least : Math.max(part.least ?? 0, CODE_LEAST));
      const rules = squares === null ? [] : codeRules(squares, widths, column, band.height);
      return { ...band, rules: [...band.rules, ...rules], head: headBand };
    }),
  ];
}

/** Rows with a code are so high at least, points: squares of a third of a millimetre. */
const CODE_LEAST = 42;
const CODE_EDGE = 1;

/** A code in the middle of the last cell of a row, as large as the cell lets it. */
function codeRules(
  squares: SheetMatrix['squares'],
  widths: readonly number[],
  column: Column,
  height: number,
): Band['rules'] {
  const width = (widths.at(-1) ?? 0) * column.width;
  const side = Math.min(height, width) - CODE_EDGE * 2;
  const left = column.left + column.width - width + (width - side) / 2;
  const { rules } = matrixBand({ kind: 'matrix', squares, side }, { ...column, left });
  const down = (height - side) / 2;
  return rules.map((rule) => ({ ...rule, y1: rule.y1 + down, y2: rule.y2 + down }));
}
