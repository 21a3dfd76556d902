import type { LetterPart } from './letter-parts.ts';
import type { TextParagraph } from '../setting/paragraph.ts';
import type { ParagraphMaker } from './paragraph-maker.ts';

/** Cells no longer than this stand in the middle of their column: numbers, dates, ticks. */
const SHORT = 10;
/** About how wide a letter of a cell is, points, and what a cell keeps from its rules. */
const LETTER = { bold: 7.2, plain: 6 } as const;
const CELL_ROOM = 10;
/** More letters than these ask for no more width, but for more lines. */
const LONG = 60;

/** A table of the body of some width, its first row as head. No word is cut if it can be helped; then columns get room by how much is written in them. */
export function composeTable(
  rows: readonly (readonly string[])[],
  width: number,
  make: ParagraphMaker,
): readonly LetterPart[] {
  const [head, ...body] = rows;
  const count = Math.max(0, ...rows.map((row) => row.length));
  if (head === undefined || count === 0) return [];
  const columns = Array.from({ length: count }, (_, index) => index);
  const isShort = columns.map((index) => body.every((row) => (row[index] ?? '').length <= SHORT));
  return [
    {
      kind: 'table',
      before: 8,
      widths: shareOut(
        columns.map((index) => needOf(rows, index)),
        width,
      ),
      head: columns.map((index) => make.line('table-head', head[index] ?? '')),
      rows: body.map((row) =>
        columns.map((index): TextParagraph =>
          make.line('table-cell', row[index] ?? '', { align: isShort[index] === true ? 'centre' : 'left' }),
        ),
      ),
    },
  ];
}

type Need = { readonly least: number; readonly wish: number };

/** Points a column needs so that no word is cut, and would like to have. */
function needOf(rows: readonly (readonly string[])[], index: number): Need {
  const cells = rows.map((row) => row[index] ?? '');
  const longestWord = Math.max(1, ...cells.flatMap((cell) => cell.split(/\s+/u).map((word) => word.length)));
  const longest = Math.max(1, ...cells.map((cell) => cell.length));
  const least = longestWord * LETTER.bold + CELL_ROOM;
  return { least, wish: Math.max(least, Math.min(longest, LONG) * LETTER.plain + CELL_ROOM) };
}

function shareOut(needs: readonly Need[], width: number): readonly number[] {
  const sum = (of: (need: Need) => number): number => needs.reduce((all, need) => all + of(need), 0);
  const [least, wish] = [sum((need) => need.least), sum((need) => need.wish)];
  if (least >= width) return needs.map((need) => need.least / least);
  if (wish <= width || wish === least) return needs.map((need) => need.wish / wish);
  const spare = (width - least) / (wish - least);
  return needs.map((need) => (need.least + (need.wish - need.least) * spare) / width);
}
