import type { TableBook } from './books/table-book.ts';
import { loadPaperFonts } from './load-paper-fonts.ts';

/** A table as the file in which it leaves the program: a workbook, or a PDF to print. What writes it is loaded only now. */
export async function makeListFile(
  book: TableBook,
  way: 'print' | 'pdf' | 'xlsx',
  author: string,
): Promise<Uint8Array> {
  if (way === 'xlsx') return (await import('./books/make-workbook.ts')).makeWorkbook(book);
  const [{ makeTablePdf }, fonts] = await Promise.all([import('./books/make-table-pdf.ts'), loadPaperFonts()]);
  return makeTablePdf(book, fonts, { author });
}
