import { PDFDocument, rgb, type PDFFont, type PDFPage } from 'pdf-lib';
import { meetingPackText } from '#renderer/messages/meeting-pack.ts';
import type { PaperFonts } from '../fonts.ts';
import { parseFont } from '../pdf/parsed-font.ts';
import { addBookmark } from '../pdf/write-outline.ts';
import { keepAppearances } from './keep-appearances.ts';

/** A file that is printed along: a PDF as it is, a picture on a page of its own. */
export type AppendedFile = {
  readonly name: string;
  readonly mime: 'application/pdf' | 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
};

/** A file that was opened: how many pages it takes. */
export type OpenedFile = { readonly name: string; readonly pages: number; readonly pdf: PDFDocument };

const A4 = { width: 595.28, height: 841.89 };
const EDGE = 36;
const FOOT = { size: 15, bottom: 20, white: 22 };

/**
 * Opens a file to be printed along. Throws when it is damaged, or closed by a password. Its pages are taken out of it at once: what is wrong with one of them
 * is found here, and never in the middle of a pack.
 */
export async function openAppended({ name, mime, bytes }: AppendedFile): Promise<OpenedFile> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  if (mime === 'application/pdf') {
    const file = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await pdf.copyPages(file, file.getPageIndices())) {
      pdf.addPage(page);
      keepAppearances(page);
    }
    if (pdf.getPageCount() === 0) throw new Error('the file has no page that can be read');
    return { name, pages: pdf.getPageCount(), pdf };
  }
  const image = await (mime === 'image/png' ? pdf.embedPng(bytes) : pdf.embedJpg(bytes));
  const page = pdf.addPage([A4.width, A4.height]);
  const { width, height } = image.scaleToFit(A4.width - EDGE * 2, A4.height - EDGE * 2);
  page.drawImage(image, { x: (A4.width - width) / 2, y: (A4.height - height) / 2, width, height });
  return { name, pages: 1, pdf };
}

/**
 * Puts files behind a finished sheet, each page as it is with the number it has in the pack; the first page of each gets a bookmark. The files in the vault
 * stay as they are: what is printed is a copy.
 */
export async function appendFiles(
  sheet: Uint8Array,
  files: readonly OpenedFile[],
  fonts: PaperFonts,
): Promise<Uint8Array> {
  if (files.length === 0) return sheet;
  const pack = await PDFDocument.load(sheet, { updateMetadata: false });
  pack.registerFontkit({ create: parseFont });
  const font = await pack.embedFont(fonts.italic, { subset: true });
  for (const { name, pdf } of files) {
    const copied = await pack.copyPages(pdf, pdf.getPageIndices());
    for (const [index, page] of copied.entries()) {
      pack.addPage(page);
      writeNumber(page, pack.getPageCount(), font);
      if (index === 0) addBookmark(pack, page, name);
    }
  }
  return pack.save({ updateFieldAppearances: false, objectsPerTick: Number.MAX_SAFE_INTEGER });
}

/** The number at the foot, on white so that it can be read over whatever the page has there. */
function writeNumber(page: PDFPage, number: number, font: PDFFont): void {
  const text = meetingPackText.paper.attachedPage(number);
  const width = font.widthOfTextAtSize(text, FOOT.size);
  const { x, y, width: pageWidth } = page.getCropBox();
  const left = x + pageWidth - width - EDGE;
  page.drawRectangle({
    x: left - 4,
    y: y + FOOT.bottom - 5,
    width: width + 8,
    height: FOOT.white,
    color: rgb(1, 1, 1),
  });
  page.drawText(text, { x: left, y: y + FOOT.bottom, size: FOOT.size, font });
}
