import { detectLegacyEncoding, fromLegacyEncoding, type LegacyEncoding } from '#shared/base/legacy-encoding.ts';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import { fitHeader } from './header-words.ts';
import { isEmptyCell, textOfCell, type ImportSheet, type SheetCell } from './sheet-cell.ts';

/** Rows of the head of a table, from 0, both included. */
export type HeaderRows = { readonly from: number; readonly to: number };

const SEARCHED_ROWS = 40;
const DEEPEST = 3;
/** What a further row of the head must be worth. */
const DEPTH_COST = 15;
const FITTING = 60;
/** Longer words are a title or a remark, not the head of a column. */
const LONGEST_PIECE = 90;

/** The rows that best name what members' lists name; undefined when no row names at least two such things. */
export function findHeader(sheet: ImportSheet): HeaderRows | undefined {
  let best: { readonly rows: HeaderRows; readonly score: number } | undefined;
  const last = Math.min(SEARCHED_ROWS, sheet.rows.length);
  const encoding = encodingOf(sheet, { from: 0, to: last - 1 });
  for (let from = 0; from < last; from += 1) {
    if ((sheet.rows[from] ?? []).every(isEmptyCell)) continue;
    for (let to = from; to < Math.min(from + DEEPEST, last); to += 1) {
      const rows = { from, to };
      const score = scoreOf(sheet, rows, encoding) - DEPTH_COST * (to - from);
      if (score > (best?.score ?? 0)) best = { rows, score };
    }
  }
  return best?.rows;
}

function scoreOf(sheet: ImportSheet, rows: HeaderRows, encoding: LegacyEncoding | undefined): number {
  const byField = new Map<string, number>();
  for (const pieces of piecesOf(sheet, rows, encoding)) {
    const [field, score] = bestOf(fitHeader(pieces));
    if (score >= FITTING) byField.set(field, Math.max(byField.get(field) ?? 0, score));
  }
  if (byField.size < 2) return 0;
  return [...byField.values()].reduce((sum, score) => sum + score, 0);
}

function bestOf(fit: ReadonlyMap<string, number>): readonly [string, number] {
  return [...fit].reduce<readonly [string, number]>((best, each) => (each[1] > best[1] ? each : best), ['', 0]);
}

/**
 * The words over each column, from above, merged areas counted for every column they span. Titles that span most of the table are left out, words in an old
 * encoding are converted: a head is only read, never kept.
 */
export function headerPieces(sheet: ImportSheet, rows: HeaderRows): readonly (readonly string[])[] {
  return piecesOf(sheet, rows, encodingOf(sheet, rows));
}

function encodingOf(sheet: ImportSheet, { from, to }: HeaderRows): LegacyEncoding | undefined {
  return detectLegacyEncoding(
    sheet.rows
      .slice(from, to + 1)
      .flatMap((row) => row.map(wordsOf))
      .join(' '),
  );
}

function piecesOf(
  sheet: ImportSheet,
  rows: HeaderRows,
  encoding: LegacyEncoding | undefined,
): readonly (readonly string[])[] {
  const grid = Array.from({ length: rows.to - rows.from + 1 }, (_, at) => rowOf(sheet, rows.from + at));
  return Array.from({ length: sheet.columns }, (_, column) => {
    const pieces: string[] = [];
    for (const row of grid) {
      const raw = row[column] ?? '';
      const piece = normalizeLine(encoding === undefined ? raw : fromLegacyEncoding(raw, encoding));
      if (piece !== '' && piece.length <= LONGEST_PIECE && piece !== pieces.at(-1)) pieces.push(piece);
    }
    return pieces;
  });
}

function rowOf(sheet: ImportSheet, at: number): readonly string[] {
  const row = Array.from({ length: sheet.columns }, (_, column) => wordsOf(sheet.rows[at]?.[column]));
  for (const { top, bottom, left, right } of sheet.merges) {
    if (at < top || at > bottom) continue;
    const isTitle = right - left + 1 > Math.max(4, sheet.columns * 0.6);
    const words = isTitle ? '' : wordsOf(sheet.rows[top]?.[left]);
    for (let column = left; column <= Math.min(right, sheet.columns - 1); column += 1) row[column] = words;
  }
  return row;
}

function wordsOf(cell: SheetCell | undefined): string {
  return typeof cell === 'object' ? (cell.converted ?? cell.text) : textOfCell(cell);
}
