import { readCellBook } from '#renderer/data/members/read-cell-book.ts';
import type { Office } from '#renderer/data/office.ts';
import { cellBook } from '#renderer/paper/forms/cell-book.ts';
import { loadPaperFonts } from '#renderer/paper/load-paper-fonts.ts';
import { makeSheetPdf } from '#renderer/paper/sheet/make-sheet-pdf.ts';

/** Makes a cell's book of a year from what stands in the store now. Throws when the cell is gone. */
export async function makeCellBook(
  office: Office,
  cellId: string,
  year: number,
  isPrivate: boolean,
): Promise<Uint8Array> {
  const [book, fonts] = await Promise.all([readCellBook(office, cellId, year), loadPaperFonts()]);
  if (book === undefined) throw new Error('the cell is gone');
  return makeSheetPdf(cellBook(book, isPrivate, office.today()), fonts, new Date(office.nowMs()));
}
