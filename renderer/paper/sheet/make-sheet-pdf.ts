import type { PaperFonts } from '../fonts.ts';
import type { PdfPage } from '../pdf/page-content.ts';
import type { StructureTag } from '../pdf/structure-tree.ts';
import { createTaggedPdf, type TaggedPdf } from '../pdf/tagged-pdf.ts';
import type { SetPage } from '../setting/bands.ts';
import type { TextParagraph } from '../setting/paragraph.ts';
import { layOutSheet, type PictureNames } from './lay-out-sheet.ts';
import { prepareSheet, type PreparedPart } from './prepare-sheet.ts';
import type { Sheet, SheetPart, SheetPicture } from './sheet-parts.ts';

const POINTS_OF_MM = 72 / 25.4;
/** Size of the foot where the page says none, points. */
const FOOT = 9;

/**
 * A sheet as a tagged PDF: embedded Liberation Serif, title, language, outline of its named pages, page numbers. `createdAt` is passed in, so that the
 * same sheet gives the same bytes. Runs in a page and in Node alike. Throws when a picture is none.
 */
export async function makeSheetPdf(sheet: Sheet, fonts: PaperFonts, createdAt: Date): Promise<Uint8Array> {
  const { title, author, subject = '', page } = sheet;
  const pdf = await createTaggedPdf({ title, author, subject, createdAt }, fonts);
  const parts = prepareSheet(sheet);
  const tags = new Map<TextParagraph, StructureTag>();
  tagParts(parts, pdf, tags);
  const pages = layOutSheet(parts, page, pdf.measure, await embedPictures(sheet.parts, pdf));
  for (const [index, set] of pages.entries()) {
    const paper = pdf.addPage(page.width * POINTS_OF_MM, page.height * POINTS_OF_MM);
    drawPage(paper, set, tags, pdf);
    drawFoot(paper, sheet, index + 1, pages.length, pdf);
    for (const name of set.names) pdf.outline(name, index);
  }
  return pdf.save();
}

async function embedPictures(parts: readonly SheetPart[], pdf: TaggedPdf): Promise<PictureNames> {
  const names = new Map<SheetPicture, string>();
  const visit = async (each: SheetPart): Promise<void> => {
    if (each.kind === 'columns') for (const column of each.columns) for (const part of column.parts) await visit(part);
    if (each.kind === 'picture' && each.picture !== null)
      names.set(each, await pdf.embedPicture(each.picture.bytes, each.picture.mime));
  };
  for (const part of parts) await visit(part);
  return names;
}

/** Elements in reading order: column after column, rows of tables cell by cell. */
function tagParts(parts: readonly PreparedPart[], pdf: TaggedPdf, tags: Map<TextParagraph, StructureTag>): void {
  for (const prepared of parts) {
    if ('columns' in prepared) prepared.columns.forEach((column) => tagParts(column, pdf, tags));
    else if ('rows' in prepared) {
      const table = pdf.tag('Table');
      for (const [index, row] of [prepared.head, ...prepared.rows].entries()) {
        const line = pdf.tag('TR', table);
        for (const cell of row) tags.set(cell, pdf.tag(index === 0 ? 'TH' : 'TD', line));
      }
    } else for (const paragraph of prepared.paragraphs) tags.set(paragraph, pdf.tag(paragraph.role));
  }
}

function drawPage(paper: PdfPage, page: SetPage, tags: ReadonlyMap<TextParagraph, StructureTag>, pdf: TaggedPdf): void {
  for (const { line, x, y, isRepeated } of page.lines) {
    const tag = isRepeated ? undefined : tags.get(line.paragraph);
    paper.write(tag ?? 'decoration', { ...line.text, x, y });
  }
  page.rules.forEach((rule) => paper.rule(rule));
  for (const picture of page.pictures) paper.picture(pdf.tag('Figure', undefined, picture.alt), picture);
}

/** What the sheet is at the left of the foot, which page at the right. */
function drawFoot(paper: PdfPage, sheet: Sheet, number: number, count: number, pdf: TaggedPdf): void {
  const { page, footer = '', pageWords } = sheet;
  const y = (page.height - page.bottom / 2) * POINTS_OF_MM;
  const size = page.foot ?? FOOT;
  const write = (text: string, x: number): void =>
    paper.write('page-number', { pieces: [{ text, face: 'italic' }], x, y, size });
  if (footer !== '') write(footer, page.left * POINTS_OF_MM);
  if (pageWords === undefined) return;
  const words = pageWords(number, count);
  write(words, (page.width - page.right) * POINTS_OF_MM - pdf.measure(words, 'italic', size));
}
