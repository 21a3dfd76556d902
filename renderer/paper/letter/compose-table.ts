import type { LetterParagraph, LetterPart } from './letter-parts.ts';
import type { ParagraphMaker } from './paragraph-maker.ts';

/** Cells no longer than this stand in the middle of their column: numbers, dates, ticks. */
const SHORT = 10;
/** No column gets less than this share of its even part, so that a long one does not crush the others. */
const LEAST = 0.45;

/** A table of the body, its first row as head. Columns get room by how much is written in them. */
export function composeTable(rows: readonly (readonly string[])[], make: ParagraphMaker): readonly LetterPart[] {
  const [head, ...body] = rows;
  const count = Math.max(0, ...rows.map((row) => row.length));
  if (head === undefined || count === 0) return [];
  const columns = Array.from({ length: count }, (_, index) => index);
  const isShort = columns.map((index) => body.every((row) => (row[index] ?? '').length <= SHORT));
  return [
    {
      kind: 'table',
      before: 8,
      widths: shareOut(columns.map((index) => weightOf(rows, index))),
      head: columns.map((index) => make.line('table-head', head[index] ?? '')),
      rows: body.map((row) =>
        columns.map((index): LetterParagraph =>
          make.line('table-cell', row[index] ?? '', { align: isShort[index] === true ? 'centre' : 'left' }),
        ),
      ),
    },
  ];
}

/** Longest word must fit, long texts count less and less. */
function weightOf(rows: readonly (readonly string[])[], index: number): number {
  const cells = rows.map((row) => row[index] ?? '');
  const longestWord = Math.max(1, ...cells.flatMap((cell) => cell.split(/\s+/).map((word) => word.length)));
  const longest = Math.max(1, ...cells.map((cell) => cell.length));
  return Math.max(longestWord + 2, Math.min(longest + 2, 8 * Math.sqrt(longest)));
}

function shareOut(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const least = weights.map((weight) => Math.max(weight / sum, LEAST / weights.length));
  const all = least.reduce((total, share) => total + share, 0);
  return least.map((share) => share / all);
}
