import { booksText as text } from '#renderer/messages/books.ts';
import type { PaperFonts } from '../fonts.ts';
import { createTaggedPdf } from '../pdf/tagged-pdf.ts';
import { drawCover } from './draw-cover.ts';
import { drawSheet, type TableElements } from './draw-sheet.ts';
import { layOutTable } from './lay-out-table.ts';
import { sheetSize } from './sheet-size.ts';
import type { TableBook } from './table-book.ts';

/** `author`: the body whose table it is. `tell` is called now and then with the share done, 0 to 1. */
export type TablePdfOptions = {
  readonly author?: string;
  readonly createdAt?: Date;
  readonly tell?: (share: number) => void;
};

/**
 * A table as a PDF: cover, head repeated on every sheet, page numbers; tagged, so that a reader finds rows and cells, with title and language.
 * Runs in a worker and in Node alike.
 */
export async function makeTablePdf(
  book: TableBook,
  fonts: PaperFonts,
  { author = '', createdAt = new Date(), tell }: TablePdfOptions = {},
): Promise<Uint8Array> {
  const description = { title: book.documentTitle, author, subject: book.subtitle, createdAt };
  const pdf = await createTaggedPdf(description, fonts);
  if (book.cover !== undefined) drawCover(pdf, book.cover, sheetSize(coverPage(book)));
  const size = sheetSize(book.page);
  const laid = layOutTable(book, size, pdf.measure, (share) => tell?.(share * 0.4));
  const elements: TableElements = { cells: [] };
  for (const [at, sheet] of laid.sheets.entries()) {
    const page = pdf.addPage(size.width, size.height);
    drawSheet({ pdf, page, size, laid, book, elements }, sheet, {
      isFirst: at === 0,
      isLast: at === laid.sheets.length - 1,
      words: text.page(at + 1, laid.sheets.length),
    });
    if (at % 20 === 0) tell?.(0.4 + (0.3 * at) / laid.sheets.length);
  }
  const bytes = await pdf.save();
  tell?.(1);
  return bytes;
}

/** The book itself is A4: an A3 sheet is its open spread. */
function coverPage({ page }: TableBook): TableBook['page'] {
  return page === 'A3-landscape' ? 'A4-portrait' : page;
}
