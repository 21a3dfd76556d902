import type { Book } from '#shared/domain/document/document-record.ts';
import { create } from 'fontkit';
import { PDFDocument, rgb, type PDFFont, type PDFPage } from 'pdf-lib';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { registerBookText as text } from '#renderer/messages/register-book.ts';
import { bookColumns, tableWidth, type BookColumn } from './book-columns.ts';
import type { RegisterLine } from './register-line.ts';
import { rememberWidths, wrapText, type Measure } from './wrap-text.ts';

/** What is printed: the office's name on the cover, one book, the days it covers, its lines by number. `printedAt` is in words. */
export type RegisterBook = {
  readonly commune: string;
  readonly book: Book;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly lines: readonly RegisterLine[];
  readonly printedAt: string;
};

/** TrueType fonts with Vietnamese letters: Liberation Serif, regular and bold. */
export type BookFonts = { readonly regular: Uint8Array; readonly bold: Uint8Array };

type Fonts = { readonly regular: PDFFont; readonly bold: PDFFont };
type Cells = readonly (readonly string[])[];
type Sheet = { readonly rows: readonly Cells[] };

const page = { width: 841.89, height: 595.28, left: 42, right: 30, top: 36, bottom: 40 } as const;
const size = { text: 10.5, line: 13, head: 10, headLine: 12.5, foot: 8.5 } as const;
const pad = { x: 3, y: 4 } as const;
const black = rgb(0, 0, 0);
const HEAD_HEIGHT = size.headLine * 3 + pad.y * 2 + 14;

/**
 * The register of incoming documents as the trade prints it (domain.md 2.1): cover, ten columns (eleven in the secret book),
 * the head repeated on every page, page numbers. A4 landscape, Liberation Serif. Runs in a page and in Node alike.
 */
export async function makeRegisterBook(book: RegisterBook, fontBytes: BookFonts): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit({ create });
  pdf.setTitle(book.book === 'incoming' ? text.bookTitle : text.secretBookTitle);
  pdf.setLanguage('vi');
  const fonts: Fonts = {
    regular: await pdf.embedFont(fontBytes.regular, { subset: true }),
    bold: await pdf.embedFont(fontBytes.bold, { subset: true }),
  };
  const columns = bookColumns(book.book, page.width - page.left - page.right);
  drawCover(pdf.addPage([page.width, page.height]), book, fonts);
  const measure = rememberWidths((words) => fonts.regular.widthOfTextAtSize(words, size.text));
  const sheets = fillSheets(book.lines.map((line) => wrapLine(line, columns, measure)));
  for (const [index, sheet] of sheets.entries()) {
    drawSheet(
      pdf.addPage([page.width, page.height]),
      sheet,
      columns,
      fonts,
      text.page(index + 1, sheets.length),
      text.printedAt(book.printedAt),
    );
  }
  return pdf.save();
}

function wrapLine(line: RegisterLine, columns: readonly BookColumn[], measure: Measure): Cells {
  return columns.map((column) => wrapText(column.cell(line), column.width - pad.x * 2, measure));
}

function heightOf(cells: Cells): number {
  return Math.max(1, ...cells.map((lines) => lines.length)) * size.line + pad.y * 2;
}

/** Puts rows on sheets; a row is never cut in two. */
function fillSheets(rows: readonly Cells[]): readonly Sheet[] {
  const room = page.height - page.top - page.bottom - HEAD_HEIGHT;
  const sheets: Cells[][] = [[]];
  let left = room;
  for (const row of rows) {
    const height = heightOf(row);
    if (height > left && (sheets.at(-1)?.length ?? 0) > 0) {
      sheets.push([]);
      left = room;
    }
    sheets.at(-1)?.push(row);
    left -= height;
  }
  return sheets.map((sheet) => ({ rows: sheet }));
}

function drawSheet(
  sheet: PDFPage,
  { rows }: Sheet,
  columns: readonly BookColumn[],
  fonts: Fonts,
  pageWords: string,
  foot: string,
): void {
  let y = page.height - page.top;
  y = drawHead(sheet, columns, fonts, y);
  for (const row of rows) {
    const height = heightOf(row);
    drawRow(sheet, row, columns, fonts.regular, y, height);
    y -= height;
  }
  if (rows.length === 0)
    sheet.drawText(text.nothing, {
      x: page.left + pad.x,
      y: y - size.line - pad.y,
      size: size.text,
      font: fonts.regular,
      color: black,
    });
  sheet.drawText(foot, { x: page.left, y: page.bottom - 18, size: size.foot, font: fonts.regular, color: black });
  const width = fonts.regular.widthOfTextAtSize(pageWords, size.foot);
  sheet.drawText(pageWords, {
    x: page.width - page.right - width,
    y: page.bottom - 18,
    size: size.foot,
    font: fonts.regular,
    color: black,
  });
}

function drawHead(sheet: PDFPage, columns: readonly BookColumn[], fonts: Fonts, top: number): number {
  const titles = size.headLine * 3 + pad.y * 2;
  let x = page.left;
  for (const [index, column] of columns.entries()) {
    const lines = wrapText(column.title, column.width - pad.x * 2, (words) =>
      fonts.bold.widthOfTextAtSize(words, size.head),
    );
    let y = top - (titles - lines.length * size.headLine) / 2 - size.head;
    for (const line of lines) {
      centre(sheet, line, fonts.bold, size.head, x, column.width, y);
      y -= size.headLine;
    }
    centre(sheet, `(${String(index + 1)})`, fonts.regular, 9, x, column.width, top - titles - 10);
    x += column.width;
  }
  drawGrid(sheet, columns, top, titles);
  drawGrid(sheet, columns, top - titles, HEAD_HEIGHT - titles);
  return top - HEAD_HEIGHT;
}

function drawRow(
  sheet: PDFPage,
  row: Cells,
  columns: readonly BookColumn[],
  font: PDFFont,
  top: number,
  height: number,
): void {
  let x = page.left;
  for (const [index, column] of columns.entries()) {
    let y = top - pad.y - size.text + 1;
    for (const line of row[index] ?? []) {
      if (column.centred === true) centre(sheet, line, font, size.text, x, column.width, y);
      else sheet.drawText(line, { x: x + pad.x, y, size: size.text, font, color: black });
      y -= size.line;
    }
    x += column.width;
  }
  drawGrid(sheet, columns, top, height);
}

function drawGrid(sheet: PDFPage, columns: readonly BookColumn[], top: number, height: number): void {
  const line = { thickness: 0.6, color: black } as const;
  const right = page.left + tableWidth(columns);
  sheet.drawLine({ start: { x: page.left, y: top }, end: { x: right, y: top }, ...line });
  sheet.drawLine({ start: { x: page.left, y: top - height }, end: { x: right, y: top - height }, ...line });
  let x = page.left;
  for (const width of [0, ...columns.map((column) => column.width)]) {
    x += width;
    sheet.drawLine({ start: { x, y: top }, end: { x, y: top - height }, ...line });
  }
}

function drawCover(cover: PDFPage, book: RegisterBook, fonts: Fonts): void {
  const numbers = book.lines.map((line) => line.arrivalNumber).filter((number) => number !== null);
  const first = numbers.length === 0 ? '......' : String(Math.min(...numbers));
  const last = numbers.length === 0 ? '......' : String(Math.max(...numbers));
  const year =
    book.from.slice(0, 4) === book.to.slice(0, 4)
      ? book.from.slice(0, 4)
      : `${book.from.slice(0, 4)}–${book.to.slice(0, 4)}`;
  const write = (words: string, font: PDFFont, points: number, y: number): void =>
    centre(cover, words, font, points, 0, page.width, y);
  const frame = 24;
  cover.drawRectangle({
    x: frame,
    y: frame,
    width: page.width - frame * 2,
    height: page.height - frame * 2,
    borderWidth: 1.2,
    borderColor: black,
  });
  write(text.body(book.commune), fonts.bold, 15, page.height - 90);
  write(book.book === 'incoming' ? text.bookTitle : text.secretBookTitle, fonts.bold, 30, page.height / 2 + 40);
  write(text.year(year), fonts.bold, 16, page.height / 2);
  write(text.fromTo(formatDate(book.from), formatDate(book.to)), fonts.regular, 14, page.height / 2 - 40);
  write(text.numbers(first, last), fonts.regular, 14, page.height / 2 - 64);
  write(text.volume, fonts.regular, 14, 80);
}

function centre(
  sheet: PDFPage,
  words: string,
  font: PDFFont,
  points: number,
  x: number,
  width: number,
  y: number,
): void {
  const own = font.widthOfTextAtSize(words, points);
  sheet.drawText(words, { x: x + (width - own) / 2, y, size: points, font, color: black });
}
