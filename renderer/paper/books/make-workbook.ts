import { Workbook } from 'exceljs';
import type { TableBook } from './table-book.ts';

/** Characters of a sheet's column for a millimetre of the printed one. */
const CHARS_PER_MM = 0.55;

/**
 * Tables as an XLSX workbook, a sheet for each: title, head (repeated in print), the same cells as the PDF, closing lines. Every cell is text, so that `01-CV/ĐU`, dates
 * and leading zeros stay as they are and nothing begins to compute.
 */
export async function makeWorkbook(...books: readonly TableBook[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.title = books[0]?.documentTitle ?? '';
  for (const book of books) addSheet(workbook, book);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: Workbook, book: TableBook): void {
  const isLandscape = book.page !== 'A4-portrait';
  const titles = [book.cover?.body ?? '', book.title === '' ? (book.cover?.title ?? '') : book.title, book.subtitle];
  const above = titles.filter((words) => words !== '');
  const headRows = book.numberedColumns ? 2 : 1;
  const sheet = workbook.addWorksheet(sheetName(book.documentTitle), {
    pageSetup: {
      paperSize: book.page === 'A3-landscape' ? 8 : 9,
      orientation: isLandscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${String(above.length + 1)}:${String(above.length + headRows)}`,
    } as object,
    views: [{ state: 'frozen', ySplit: above.length + headRows }],
  });
  sheet.columns = book.columns.map(({ widthMm, align }) => ({
    width: Math.max(6, Math.round(widthMm * CHARS_PER_MM)),
    style: {
      font: { name: 'Times New Roman', size: 11 },
      alignment: { vertical: 'top', wrapText: true, horizontal: align === 'centre' ? 'center' : align },
      numFmt: '@',
    },
  }));
  const last = book.columns.length;
  for (const words of above) {
    const row = sheet.addRow([words]);
    sheet.mergeCells(row.number, 1, row.number, last);
    row.getCell(1).style = {
      font: { name: 'Times New Roman', size: 13, bold: true },
      alignment: { horizontal: 'center' },
    };
  }
  const heads = [
    book.columns.map(({ title }) => title),
    ...(book.numberedColumns ? [book.columns.map((_, at) => `(${String(at + 1)})`)] : []),
  ];
  for (const [at, titlesOfRow] of heads.entries()) {
    const row = sheet.addRow(titlesOfRow);
    row.eachCell((cell) => {
      cell.style = {
        font: { name: 'Times New Roman', size: 11, bold: at === 0 },
        alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
        border,
        numFmt: '@',
      };
    });
  }
  for (const cells of book.rows) {
    const row = sheet.addRow(cells.map((text) => text));
    for (let column = 1; column <= last; column += 1) row.getCell(column).border = border;
  }
  for (const words of book.closing ?? []) {
    const row = sheet.addRow([words]);
    sheet.mergeCells(row.number, 1, row.number, last);
  }
}

const border = {
  top: { style: 'thin' },
  left: { style: 'thin' },
  bottom: { style: 'thin' },
  right: { style: 'thin' },
} as const;

/** A sheet's name may have 31 characters and none of `: \ / ? * [ ]`. */
function sheetName(title: string): string {
  const name = title
    .replaceAll(/[:\\/?*[\]']/gu, ' ')
    .slice(0, 31)
    .trim();
  return name === '' ? 'Sheet1' : name;
}
