import type { PaperLayout } from '#shared/domain/paper/paper-layout.ts';
import type { Measure } from '../fonts.ts';
import type { PdfRule } from '../pdf/page-content.ts';
import { fillPages, type Band, type LetterPage } from './bands.ts';
import type { LetterColumns, LetterParagraph, LetterPart, LetterParts, LetterTable } from './letter-parts.ts';
import { mm } from './paragraph-maker.ts';
import { setParagraph, type SetLine } from './set-paragraph.ts';

/** Room between the lines of a cell and its rules. */
const CELL = { x: 4, y: 3 } as const;
const GRID = 0.5;

/** Sets a letter on pages: every line with its place in points from the left and top edge. Pure: the same letter gives the same pages. */
export function layOutLetter({ parts }: LetterParts, layout: PaperLayout, measure: Measure): readonly LetterPage[] {
  const left = mm(layout.page.left);
  const width = mm(layout.page.width - layout.page.left - layout.page.right);
  const height = mm(layout.page.height - layout.page.top - layout.page.bottom);
  const bands = parts.flatMap((part) => bandsOf(part, { left, width, height }, measure));
  return fillPages(keepSignatureWithText(bands, parts), { top: mm(layout.page.top), height });
}

type Column = { readonly left: number; readonly width: number; readonly height: number };

function bandsOf(part: LetterPart, column: Column, measure: Measure): readonly Band[] {
  switch (part.kind) {
    case 'paragraph':
      return paragraphBands(part.paragraph, column, measure);
    case 'columns':
      return columnBands(part, column, measure);
    case 'table':
      return tableBands(part, column, measure);
  }
}

/** Two lines at least stand together at the foot and at the head of a page (no widows, no orphans). */
function paragraphBands(paragraph: LetterParagraph, { left, width }: Column, measure: Measure): readonly Band[] {
  const lines = setParagraph(paragraph, width, measure);
  return lines.map((line, index) => {
    const isLast = index === lines.length - 1;
    const keepNext = isLast ? paragraph.keepNext : index === 0 || index === lines.length - 2;
    return { ...bandOf([line], left, line.before), keepNext };
  });
}

/** The two blocks stand on one height. Blocks higher than a page are cut between lines: the right one stays whole beside the first lines of the left. */
function columnBands(
  { left, right, leftWidth, rightWidth, before }: LetterColumns,
  column: Column,
  measure: Measure,
): readonly Band[] {
  const leftLines = left.flatMap((paragraph) => setParagraph(paragraph, leftWidth, measure));
  const rightLines = right.flatMap((paragraph) => setParagraph(paragraph, rightWidth, measure));
  const rightBand = bandOf(rightLines, column.left + leftWidth, before, true);
  const leftBand = bandOf(leftLines, column.left, before, true);
  if (leftBand.height <= column.height) return [beside(leftBand, rightBand)];
  const rest = leftLines.map((line) => bandOf([line], column.left, line.before));
  const first = bandOf(leftLines.slice(0, 6), column.left, before, true);
  return [beside(first, rightBand), ...rest.slice(6)];
}

function beside(one: Band, other: Band): Band {
  return {
    height: Math.max(one.height, other.height),
    before: one.before,
    lines: [...one.lines, ...other.lines],
    rules: [...one.rules, ...other.rules],
    keepNext: false,
  };
}

/** Lines under each other as one strip; in one that stands beside another, room before the first line counts too. */
function bandOf(lines: readonly SetLine[], x: number, before: number, isWhole = false): Band {
  const placed: Band['lines'][number][] = [];
  const rules: PdfRule[] = [];
  let height = 0;
  for (const [index, line] of lines.entries()) {
    if (index > 0 || isWhole) height += line.before;
    placed.push({ line, x: x + line.text.x, y: height + line.text.y });
    for (const rule of line.rules)
      rules.push({ ...rule, x1: rule.x1 + x, x2: rule.x2 + x, y1: rule.y1 + height, y2: rule.y2 + height });
    height += line.height;
  }
  return {
    height,
    before: before,
    lines: placed,
    rules,
    keepNext: false,
  };
}

function tableBands({ head, rows, widths, before }: LetterTable, column: Column, measure: Measure): readonly Band[] {
  const row = (cells: readonly LetterParagraph[]): Band => rowBand(cells, widths, column, measure);
  const headBand: Band = { ...row(head), before, keepNext: rows.length > 0 };
  return [headBand, ...rows.map((cells) => ({ ...row(cells), head: headBand }))];
}

function rowBand(cells: readonly LetterParagraph[], widths: readonly number[], column: Column, measure: Measure): Band {
  const blocks = cells.map((cell, index) => {
    const width = (widths[index] ?? 0) * column.width;
    const x = column.left + widths.slice(0, index).reduce((sum, share) => sum + share, 0) * column.width;
    return { x, width, band: bandOf(setParagraph(cell, width - CELL.x * 2, measure), x + CELL.x, 0) };
  });
  const height = Math.max(...blocks.map(({ band }) => band.height)) + CELL.y * 2;
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

/** The signature part stays in one piece, and never stands on a page without text of the paper: the last two lines go with it. */
function keepSignatureWithText(bands: readonly Band[], parts: readonly LetterPart[]): readonly Band[] {
  const trailing = parts.filter((part) => part.kind === 'columns' && part.place === 'signature').length;
  const first = bands.length - trailing - 2;
  return bands.map((band, index) => (index >= first && index < bands.length - 1 ? { ...band, keepNext: true } : band));
}
