import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type FileChild,
  type IBorderOptions,
} from 'docx';
import type { PaperContent } from '#shared/domain/paper/paper-content.ts';
import type { PaperFacts } from '#shared/domain/paper/paper-facts.ts';
import type { PaperLayout } from '#shared/domain/paper/paper-layout.ts';
import type { Measure, PaperFonts } from '../fonts.ts';
import { parseFont, widthOf } from '../pdf/parsed-font.ts';
import { composeLetter, layoutOf } from './compose-letter.ts';
import { docxParagraphs, FONT, twips } from './docx-paragraphs.ts';
import { titleOf } from './letter-title.ts';
import type { LetterColumns, LetterPart, LetterTable } from './letter-parts.ts';
import type { TextParagraph } from '../setting/paragraph.ts';
import { mm } from './paragraph-maker.ts';

/** A framed mark in the top margin needs more room than a page number, mm from the edge. */
const TOP_MARK_TOP = 8;

/**
 * The paper as a DOCX that a word processor can go on with: the same words in the same order as the PDF, in Times New Roman, with the margins,
 * sizes and positions of its regime. `fonts` are only measured, for the length of rules.
 */
export async function makeLetterDocx(facts: PaperFacts, content: PaperContent, fonts: PaperFonts): Promise<Uint8Array> {
  const layout = layoutOf(facts);
  const letter = composeLetter(facts, content);
  const measure: Measure = (text, face, size) => widthOf(text, parseFont(fonts[face])) * size;
  const { page } = layout;
  const document = new Document({
    title: titleOf(facts),
    creator: facts.issuer,
    subject: facts.abstract,
    styles: { default: { document: { run: { font: FONT, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: convertMillimetersToTwip(page.width), height: convertMillimetersToTwip(page.height) },
            margin: {
              top: convertMillimetersToTwip(page.top),
              bottom: convertMillimetersToTwip(page.bottom),
              left: convertMillimetersToTwip(page.left),
              right: convertMillimetersToTwip(page.right),
              header: convertMillimetersToTwip(letter.topMark === null ? layout.pageNumberTop : TOP_MARK_TOP),
              footer: convertMillimetersToTwip(layout.pageNumberTop),
            },
          },
        },
        headers: {
          default: pageNumber(layout),
          first: new Header({ children: topMark(letter.topMark, layout, measure) }),
        },
        children: keepSignatureWithText(letter.parts).flatMap((part) => toChildren(part, layout, measure)),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function pageNumber(layout: PaperLayout): Header {
  const { size } = layout.elements['page-number'];
  const run = new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: (size === 'body' ? 13 : size) * 2 });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}

/** The last paragraph stays with the signature part, and its blocks with each other: a signature never stands alone on a page. */
function keepSignatureWithText(parts: readonly LetterPart[]): readonly LetterPart[] {
  const keep = (paragraph: TextParagraph): TextParagraph => ({ ...paragraph, keepNext: true });
  return parts.map((part, index) => {
    const next = parts[index + 1];
    if (next?.kind !== 'columns' || next.place !== 'signature') return part;
    if (part.kind === 'paragraph') return { ...part, paragraph: keep(part.paragraph) };
    return part.kind === 'columns' ? { ...part, left: part.left.map(keep), right: part.right.map(keep) } : part;
  });
}

/** Over the right block of the header, in the top margin. */
function topMark(mark: TextParagraph | null, layout: PaperLayout, measure: Measure): Paragraph[] {
  if (mark === null) return [new Paragraph({})];
  return docxParagraphs(mark, mm(layout.header.right), measure, mm(layout.header.left));
}

function toChildren(part: LetterPart, layout: PaperLayout, measure: Measure): readonly FileChild[] {
  const width = mm(layout.page.width - layout.page.left - layout.page.right);
  switch (part.kind) {
    case 'paragraph':
      return docxParagraphs(part.paragraph, width, measure);
    case 'columns':
      return toColumns(part, measure);
    case 'table':
      return [gapOf(part.before, true), toTable(part, width, measure)];
  }
}

const noBorder: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = {
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
  insideHorizontal: noBorder,
  insideVertical: noBorder,
};
const noMargins = { top: 0, bottom: 0, left: 0, right: 0 };

/** Room before a table, as a paragraph of that height: tables have none of their own, and two that touch would become one. */
function gapOf(points: number, keepNext: boolean): Paragraph {
  const line = Math.max(twips(points), 20);
  return new Paragraph({ keepNext, spacing: { before: 0, after: 0, line, lineRule: LineRuleType.EXACT } });
}

/** A table without rules: two blocks side by side. */
function toColumns(
  { left, right, leftWidth, rightWidth, before, place }: LetterColumns,
  measure: Measure,
): readonly FileChild[] {
  const cell = (paragraphs: readonly TextParagraph[], width: number): TableCell =>
    new TableCell({
      width: { size: twips(width), type: WidthType.DXA },
      margins: noMargins,
      borders: { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder },
      children:
        paragraphs.length === 0
          ? [new Paragraph({})]
          : paragraphs.flatMap((each) => docxParagraphs(each, width, measure)),
    });
  const row = new TableRow({
    cantSplit: place === 'signature',
    children: [cell(left, leftWidth), cell(right, rightWidth)],
  });
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(leftWidth + rightWidth), type: WidthType.DXA },
    columnWidths: [twips(leftWidth), twips(rightWidth)],
    borders: noBorders,
    margins: noMargins,
    rows: [row],
  });
  return [gapOf(before, place === 'signature'), table];
}

function toTable({ head, rows, widths }: LetterTable, width: number, measure: Measure): Table {
  const line: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  const columns = widths.map((share) => share * width);
  const toRow = (cells: readonly TextParagraph[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (cell, index) =>
          new TableCell({
            width: { size: twips(columns[index] ?? 0), type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 80, right: 80 },
            verticalAlign: isHead ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
            children: docxParagraphs(cell, columns[index] ?? 0, measure),
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: columns.map(twips),
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [toRow(head, true), ...rows.map((cells) => toRow(cells, false))],
  });
}
