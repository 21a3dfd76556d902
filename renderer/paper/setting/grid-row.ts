import type { Measure } from '../fonts.ts';
import type { PdfRule } from '../pdf/page-content.ts';
import type { Band } from './bands.ts';
import type { TextParagraph } from './paragraph.ts';
import { setParagraph } from './set-paragraph.ts';
import { bandOf, type Column } from './text-bands.ts';

/** Room between the lines of a cell and its rules. */
const CELL = { x: 4, y: 3 } as const;
const GRID = 0.5;

/** A row of a table with its rules: each cell some paragraphs under each other. `widths`: shares of the column that add up to 1; `least`: height at least, points. */
export function gridRow(
  cells: readonly (readonly TextParagraph[])[],
  widths: readonly number[],
  column: Column,
  measure: Measure,
  least = 0,
): Band {
  const blocks = cells.map((cell, index) => {
    const width = (widths[index] ?? 0) * column.width;
    const x = column.left + widths.slice(0, index).reduce((sum, share) => sum + share, 0) * column.width;
    const lines = cell.flatMap((paragraph) => setParagraph(paragraph, width - CELL.x * 2, measure));
    return { x, width, band: bandOf(lines, x + CELL.x, 0) };
  });
  const height = Math.max(least, Math.max(...blocks.map(({ band }) => band.height)) + CELL.y * 2);
  const across = (y: number): PdfRule => ({
    x1: column.left,
    y1: y,
    x2: column.left + column.width,
    y2: y,
    width: GRID,
  });
  const down = (x: number): PdfRule => ({ x1: x, y1: 0, x2: x, y2: height, width: GRID });
  return {
    height,
    before: 0,
    keepNext: false,
    lines: blocks.flatMap(({ band }) => band.lines.map((line) => ({ ...line, y: line.y + CELL.y }))),
    rules: [across(0), across(height), ...blocks.map(({ x }) => down(x)), down(column.left + column.width)],
  };
}
