import type { TableBook } from './books/table-book.ts';
import { loadPaperFonts } from './load-paper-fonts.ts';

/** Tables as the file in which they leave the program: a workbook with a sheet for each, or a PDF to print. `title`: of the whole,
 * where it is more than its first table. What writes it is loaded only now. */
export async function makeListFile(
  tables: TableBook | readonly TableBook[],
  way: 'print' | 'pdf' | 'xlsx',
  author: string,
  title?: string,
): Promise<Uint8Array> {
  const books = Array.isArray(tables) ? (tables as readonly TableBook[]) : [tables as TableBook];
  if (way === 'xlsx') return (await import('./books/make-workbook.ts')).makeWorkbook(...books);
  const [{ makeTablePdf }, fonts] = await Promise.all([import('./books/make-table-pdf.ts'), loadPaperFonts()]);
  return makeTablePdf(books, fonts, { author, ...(title === undefined ? {} : { title }) });
}
