import { booksText as text } from '#renderer/messages/books.ts';
import type { PaperFonts } from '../fonts.ts';
import { createTaggedPdf, type TaggedPdf } from '../pdf/tagged-pdf.ts';
import { drawCover } from './draw-cover.ts';
import { drawSheet, type TableElements } from './draw-sheet.ts';
import { layOutTable } from './lay-out-table.ts';
import { sheetSize } from './sheet-size.ts';
import type { TableBook } from './table-book.ts';

/** `author`: the body whose table it is. `title`: of the file, else that of the first table. `tell` is called now and then with the share done, 0 to 1. */
export type TablePdfOptions = {
  readonly author?: string;
  readonly title?: string;
  readonly createdAt?: Date;
  readonly tell?: (share: number) => void;
};

/**
 * A table as a PDF, or several one behind the other: cover, head repeated on every sheet, page numbers; tagged, so that a reader finds rows and cells, with
 * title and language. Runs in a worker and in Node alike.
 */
export async function makeTablePdf(
  tables: TableBook | readonly TableBook[],
  fonts: PaperFonts,
  { author = '', title, createdAt = new Date(), tell }: TablePdfOptions = {},
): Promise<Uint8Array> {
  const books = Array.isArray(tables) ? (tables as readonly TableBook[]) : [tables as TableBook];
  const [first] = books;
  const description = { title: title ?? first?.documentTitle ?? '', author, subject: first?.subtitle ?? '', createdAt };
  const pdf = await createTaggedPdf(description, fonts);
  for (const [at, book] of books.entries()) drawBook(pdf, book, (share) => tell?.(((at + share) / books.length) * 0.7));
  const bytes = await pdf.save();
  tell?.(1);
  return bytes;
}

function drawBook(pdf: TaggedPdf, book: TableBook, tell: (share: number) => void): void {
  if (book.cover !== undefined) drawCover(pdf, book.cover, sheetSize(coverPage(book)));
  const size = sheetSize(book.page);
  const laid = layOutTable(book, size, pdf.measure, (share) => tell(share * 0.6));
  const elements: TableElements = { cells: [] };
  for (const [at, sheet] of laid.sheets.entries()) {
    const page = pdf.addPage(size.width, size.height);
    drawSheet({ pdf, page, size, laid, book, elements }, sheet, {
      isFirst: at === 0,
      isLast: at === laid.sheets.length - 1,
      words: text.page(at + 1, laid.sheets.length),
    });
    if (at % 20 === 0) tell(0.6 + (0.4 * at) / laid.sheets.length);
  }
}

/** The book itself is A4: an A3 sheet is its open spread. */
function coverPage({ page }: TableBook): TableBook['page'] {
  return page === 'A3-landscape' ? 'A4-portrait' : page;
}
