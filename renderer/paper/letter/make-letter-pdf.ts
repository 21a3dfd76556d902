import type { PaperContent } from '#shared/domain/paper/paper-content.ts';
import type { PaperFacts } from '#shared/domain/paper/paper-facts.ts';
import type { PaperLayout } from '#shared/domain/paper/paper-layout.ts';
import type { PaperFonts } from '../fonts.ts';
import type { PdfPage } from '../pdf/page-content.ts';
import type { StructureTag } from '../pdf/structure-tree.ts';
import { createTaggedPdf, type TaggedPdf } from '../pdf/tagged-pdf.ts';
import type { SetPage } from '../setting/bands.ts';
import { composeLetter, layoutOf } from './compose-letter.ts';
import { layOutLetter } from './lay-out-letter.ts';
import type { LetterParts } from './letter-parts.ts';
import type { TextParagraph } from '../setting/paragraph.ts';
import { titleOf } from './letter-title.ts';
import { mm } from './paragraph-maker.ts';
import { setParagraph } from '../setting/set-paragraph.ts';

/** What else a letter's file needs. `createdAt` is passed in, so that the same letter gives the same bytes. */
export type LetterOptions = { readonly createdAt: Date };

/**
 * The paper as a tagged PDF in the exact layout of its regime: A4, embedded Liberation Serif, title, language, page numbers from page 2.
 * Runs in a page and in Node alike. Whatever is missing of facts or content stays blank on the paper.
 */
export async function makeLetterPdf(
  facts: PaperFacts,
  content: PaperContent,
  fonts: PaperFonts,
  { createdAt }: LetterOptions,
): Promise<Uint8Array> {
  const layout = layoutOf(facts);
  const letter = composeLetter(facts, content);
  const pdf = await createTaggedPdf(
    { title: titleOf(facts), author: facts.issuer, subject: facts.abstract, createdAt },
    fonts,
  );
  const tags = tagParts(pdf, letter);
  for (const [index, page] of layOutLetter(letter, layout, pdf.measure).entries()) {
    const sheet = pdf.addPage(mm(layout.page.width), mm(layout.page.height));
    if (index === 0) drawTopMark(sheet, letter, layout, pdf, tags);
    else drawPageNumber(sheet, index + 1, layout, pdf);
    drawPage(sheet, page, tags);
  }
  return pdf.save();
}

type Tags = ReadonlyMap<TextParagraph, StructureTag>;

/** Elements in reading order: left block before right block, rows of tables cell by cell. */
function tagParts(pdf: TaggedPdf, { topMark, parts }: LetterParts): Tags {
  const tags = new Map<TextParagraph, StructureTag>();
  const tag = (paragraph: TextParagraph, parent?: StructureTag): void =>
    void tags.set(paragraph, pdf.tag(paragraph.role, parent));
  if (topMark !== null) tag(topMark);
  for (const part of parts) {
    if (part.kind === 'paragraph') tag(part.paragraph);
    else if (part.kind === 'columns') [...part.left, ...part.right].forEach((paragraph) => tag(paragraph));
    else {
      const table = pdf.tag('Table');
      for (const [index, row] of [part.head, ...part.rows].entries()) {
        const line = pdf.tag('TR', table);
        for (const cell of row) tags.set(cell, pdf.tag(index === 0 ? 'TH' : 'TD', line));
      }
    }
  }
  return tags;
}

function drawPage(sheet: PdfPage, { lines, rules }: SetPage, tags: Tags): void {
  for (const { line, x, y, isRepeated } of lines) {
    const tag = isRepeated ? undefined : tags.get(line.paragraph);
    sheet.write(tag ?? 'decoration', { ...line.text, x, y });
  }
  rules.forEach((rule) => sheet.rule(rule));
}

/** Centred over the text, its top so far from the edge, from page 2 on. */
function drawPageNumber(sheet: PdfPage, number: number, layout: PaperLayout, pdf: TaggedPdf): void {
  const { size } = layout.elements['page-number'];
  const points = size === 'body' ? 13 : size;
  const text = String(number);
  const middle = mm((layout.page.left + layout.page.width - layout.page.right) / 2);
  const x = middle - pdf.measure(text, 'regular', points) / 2;
  sheet.write('page-number', {
    pieces: [{ text, face: 'regular' }],
    x,
    y: mm(layout.pageNumberTop) + points * 0.891,
    size: points,
  });
}

/** Phạm vi lưu hành: framed, in the top margin over the right block (NĐ 30/2020, Phụ lục I, Phần I, Mục IV, ô số 11). */
function drawTopMark(sheet: PdfPage, { topMark }: LetterParts, layout: PaperLayout, pdf: TaggedPdf, tags: Tags): void {
  if (topMark === null) return;
  const left = mm(layout.page.left + layout.header.left);
  const top = mm(layout.page.top / 2) - topMark.lineHeight / 2;
  for (const line of setParagraph(topMark, mm(layout.header.right), pdf.measure)) {
    const tag = tags.get(topMark);
    sheet.write(tag ?? 'decoration', { ...line.text, x: left + line.text.x, y: top + line.text.y });
    for (const rule of line.rules)
      sheet.rule({ ...rule, x1: rule.x1 + left, x2: rule.x2 + left, y1: rule.y1 + top, y2: rule.y2 + top });
  }
}
