import exceljs from 'exceljs';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A printed or saved book as it can be read back: cells of each line, lines under the table, all words of each sheet. */
export type ReadBook = {
  readonly rows: readonly (readonly string[])[];
  readonly paragraphs: readonly string[];
  readonly sheets: readonly string[];
};

/** Reads a book's PDF by its logical structure: the words of a cell are those marked as the cell's, wherever they were printed. */
export async function readBookPdf(bytes: Uint8Array): Promise<ReadBook> {
  const words = await readMarkedWords(bytes);
  const pdf = await PDFDocument.load(bytes);
  const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const textOf = (element: PDFDict): string =>
    kidsOf(element)
      .map((kid) => {
        if (kid.get(PDFName.of('Type')) !== PDFName.of('MCR')) return textOf(kid);
        const mark = kid.lookup(PDFName.of('MCID'), PDFNumber).asNumber();
        return words.marked.get(`${String(kid.get(PDFName.of('Pg')))} ${String(mark)}`) ?? '';
      })
      .join('');
  const elements = kidsOf(root).flatMap(kidsOf);
  const roleOf = (element: PDFDict): string => element.lookup(PDFName.of('S'), PDFName).decodeText();
  const rows = elements
    .filter((element) => roleOf(element) === 'Table')
    .flatMap(kidsOf)
    .map(kidsOf)
    .filter((cells) => cells.some((cell) => roleOf(cell) === 'TD'))
    .map((cells) => cells.map(textOf));
  const paragraphs = elements.filter((element) => roleOf(element) === 'P').map(textOf);
  return { rows, paragraphs, sheets: words.sheets };
}

/** Reads a book's workbook: the rows between its numbered head and the merged lines under it. */
export async function readBookWorkbook(bytes: Uint8Array): Promise<Omit<ReadBook, 'sheets'>> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const sheet = workbook.worksheets[0];
  const rows: string[][] = [];
  const paragraphs: string[] = [];
  let isBody = false;
  sheet?.eachRow({ includeEmpty: true }, (row) => {
    const cells = Array.from({ length: sheet.columnCount }, (_, at) => row.getCell(at + 1));
    const texts = cells.map((cell) => cell.text);
    if (texts[0] === '(1)') isBody = true;
    else if (cells[1]?.isMerged === true) paragraphs.push(texts[0] ?? '');
    else if (isBody) rows.push(texts);
  });
  return { rows, paragraphs };
}

/** Words as they are compared: where a line was broken is the printer's business. */
export function withoutBreaks(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, '');
}

async function readMarkedWords(
  bytes: Uint8Array,
): Promise<{ readonly marked: ReadonlyMap<string, string>; readonly sheets: readonly string[] }> {
  const reading = getDocument({ data: bytes.slice(), verbosity: 0 });
  const pdf = await reading.promise;
  const marked = new Map<string, string>();
  const sheets: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const open: string[] = [];
    let all = '';
    for (const item of items) {
      if ('str' in item) {
        all += `${item.str} `;
        const key = open.at(-1);
        if (key !== undefined && key !== '') marked.set(key, `${marked.get(key) ?? ''}${item.str} `);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(keyOf(item.id));
    }
    sheets.push(all);
  }
  await reading.destroy();
  return { marked, sheets };
}

/** `p12R_mc3` is mark 3 on the page that is object 12. */
function keyOf(id: string | undefined): string {
  const found = /^p(\d+)R(\d*)_mc(\d+)$/u.exec(id ?? '');
  return found === null ? '' : `${found[1] ?? ''} ${found[2] === '' ? '0' : (found[2] ?? '0')} R ${found[3] ?? ''}`;
}

function kidsOf(element: PDFDict): readonly PDFDict[] {
  const kids = element.lookup(PDFName.of('K'));
  const list: readonly (PDFObject | undefined)[] =
    kids instanceof PDFArray ? kids.asArray().map((_, at) => kids.lookup(at)) : [kids];
  return list.filter((kid): kid is PDFDict => kid instanceof PDFDict);
}
