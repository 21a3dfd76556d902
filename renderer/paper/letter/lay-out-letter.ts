import type { PaperLayout } from '#shared/domain/paper/paper-layout.ts';
import type { Measure } from '../fonts.ts';
import { fillPages, type Band, type SetPage } from '../setting/bands.ts';
import { gridRow } from '../setting/grid-row.ts';
import { bandOf, beside, paragraphBands, type Column } from '../setting/text-bands.ts';
import type { LetterColumns, LetterPart, LetterParts, LetterTable } from './letter-parts.ts';
import type { TextParagraph } from '../setting/paragraph.ts';
import { mm } from './paragraph-maker.ts';
import { setParagraph } from '../setting/set-paragraph.ts';

/** Sets a letter on pages: every line with its place in points from the left and top edge. Pure: the same letter gives the same pages. */
export function layOutLetter({ parts }: LetterParts, layout: PaperLayout, measure: Measure): readonly SetPage[] {
  const left = mm(layout.page.left);
  const width = mm(layout.page.width - layout.page.left - layout.page.right);
  const height = mm(layout.page.height - layout.page.top - layout.page.bottom);
  const bands = parts.flatMap((part) => bandsOf(part, { left, width, height }, measure));
  return fillPages(keepSignatureWithText(bands, parts), { top: mm(layout.page.top), height });
}

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

function tableBands({ head, rows, widths, before }: LetterTable, column: Column, measure: Measure): readonly Band[] {
  const row = (cells: readonly TextParagraph[]): Band =>
    gridRow(
      cells.map((cell) => [cell]),
      widths,
      column,
      measure,
    );
  const headBand: Band = { ...row(head), before, keepNext: rows.length > 0 };
  return [headBand, ...rows.map((cells) => ({ ...row(cells), head: headBand }))];
}

/** The signature part stays in one piece, and never stands on a page without text of the paper: the last two lines go with it. */
function keepSignatureWithText(bands: readonly Band[], parts: readonly LetterPart[]): readonly Band[] {
  const trailing = parts.filter((part) => part.kind === 'columns' && part.place === 'signature').length;
  const first = bands.length - trailing - 2;
  return bands.map((band, index) => (index >= first && index < bands.length - 1 ? { ...band, keepNext: true } : band));
}
