import type { PaperFace } from '../fonts.ts';
import type { PdfPage } from '../pdf/page-content.ts';
import type { StructureTag } from '../pdf/structure-tree.ts';
import type { TaggedPdf } from '../pdf/tagged-pdf.ts';
import { rowHeight, type LaidRow, type LaidSheet, type LaidTable } from './lay-out-table.ts';
import type { SheetSize } from './sheet-size.ts';
import type { TableBook, TableColumn } from './table-book.ts';
import { tableType as type } from './table-type.ts';

/** What goes on from sheet to sheet: the table's element, and the cells of the last row, which may be cut. */
export type TableElements = { table?: StructureTag; cells: readonly StructureTag[] };

/** What drawing a sheet needs. */
export type SheetTools = {
  readonly pdf: TaggedPdf;
  readonly page: PdfPage;
  readonly size: SheetSize;
  readonly laid: LaidTable;
  readonly book: TableBook;
  readonly elements: TableElements;
};

/** A year of a large commune. */
const MOST_TAGGED_ROWS = 10_000;

type Place = { readonly isFirst: boolean; readonly isLast: boolean; readonly words: string };
type Box = { readonly x: number; readonly width: number; readonly align: TableColumn['align'] };

/** Draws one sheet: title on the first, head, rows, closing lines on the last, foot. */
export function drawSheet(tools: SheetTools, sheet: LaidSheet, { isFirst, isLast, words }: Place): void {
  const { size, book } = tools;
  let y = size.top;
  if (isFirst) y = drawTitle(tools, y);
  if (sheet.rows.length > 0 || isFirst) y = drawHead(tools, y, isFirst);
  for (const row of sheet.rows) y = drawRow(tools, row, y);
  if (book.rows.length === 0 && isFirst) y = sayLine(tools, book.emptyNote ?? '', y) + type.padY;
  if (isLast) for (const line of sheet.closing) y = sayLine(tools, line, y);
  drawFoot(tools, words);
}

function drawTitle({ pdf, page, laid, size }: SheetTools, top: number): number {
  let y = top;
  const say = (role: 'H1' | 'P', lines: readonly string[], face: PaperFace, points: number, step: number): void => {
    if (lines.length === 0) return;
    const tag = pdf.tag(role);
    for (const text of lines) {
      y += step;
      const x = (size.width - pdf.measure(text, face, points)) / 2;
      page.write(tag, { pieces: [{ text, face }], x, y, size: points });
    }
  };
  say('H1', laid.titleLines, 'bold', type.title, type.title + 5);
  say('P', laid.subtitleLines, 'regular', type.subtitle, type.subtitle + 4);
  return top + laid.titleHeight;
}

/** The head: spoken on the first sheet, decoration on the others. */
function drawHead(tools: SheetTools, top: number, isFirst: boolean): number {
  const { pdf, laid, size, book, elements } = tools;
  const titles = laid.headHeight - (book.numberedColumns ? type.numberRow : 0);
  if (isFirst) elements.table = pdf.tag('Table');
  const row = isFirst ? pdf.tag('TR', elements.table) : undefined;
  let x = size.left;
  for (const { width, titleLines } of laid.columns) {
    const box = { x, width, align: 'centre' } as const;
    const owner = row === undefined ? 'decoration' : pdf.tag('TH', row);
    let y = top + (titles - titleLines.length * type.headLine) / 2 + type.head;
    for (const text of titleLines) {
      write(tools, owner, text, 'bold', type.head, box, y);
      y += type.headLine;
    }
    x += width;
  }
  drawGrid(tools, top, titles);
  if (!book.numberedColumns) return top + laid.headHeight;
  x = size.left;
  for (const [at, { width }] of laid.columns.entries()) {
    const box = { x, width, align: 'centre' } as const;
    write(tools, 'decoration', `(${String(at + 1)})`, 'regular', type.columnNumber, box, top + titles + 10);
    x += width;
  }
  drawGrid(tools, top + titles, type.numberRow);
  return top + laid.headHeight;
}

function drawRow(tools: SheetTools, row: LaidRow, top: number): number {
  const { laid, size, elements } = tools;
  const height = rowHeight(row);
  if (!row.goesOn) elements.cells = tagRow(tools);
  let x = size.left;
  for (const [at, { width, align }] of laid.columns.entries()) {
    const owner = elements.cells[at];
    let y = top + type.padY + type.text - 1;
    for (const text of row.cells[at] ?? []) {
      if (owner !== undefined) write(tools, owner, text, 'regular', type.text, { x, width, align }, y);
      y += type.line;
    }
    x += width;
  }
  drawGrid(tools, top, height);
  return top + height;
}

/** Elements of a row's cells. Of a book of many thousands of lines each line is one paragraph: 600,000 cells would not fit in a weak PC's memory. */
function tagRow({ pdf, laid, book, elements }: SheetTools): readonly StructureTag[] {
  if (book.rows.length > MOST_TAGGED_ROWS) {
    const line = pdf.tag('P');
    return laid.columns.map(() => line);
  }
  const element = pdf.tag('TR', elements.table);
  return laid.columns.map(() => pdf.tag('TD', element));
}

function sayLine({ pdf, page, size }: SheetTools, text: string, top: number): number {
  if (text === '') return top;
  const y = top + type.line + type.padY;
  const pieces = [{ text, face: 'regular' as const }];
  page.write(pdf.tag('P'), { pieces, x: size.left + type.padX, y, size: type.text });
  return top + type.line;
}

function drawFoot({ pdf, page, size, book }: SheetTools, pageWords: string): void {
  const y = size.height - size.bottom + 18;
  const foot = { y, size: type.foot };
  const x = size.width - size.right - pdf.measure(pageWords, 'regular', type.foot);
  page.write('decoration', { ...foot, pieces: [{ text: book.footer, face: 'regular' }], x: size.left });
  page.write('page-number', { ...foot, pieces: [{ text: pageWords, face: 'regular' }], x });
}

function drawGrid({ page, laid, size }: SheetTools, top: number, height: number): void {
  const right = size.width - size.right;
  const width = type.rule;
  for (const y of [top, top + height]) page.rule({ x1: size.left, y1: y, x2: right, y2: y, width });
  let x = size.left;
  for (const own of [0, ...laid.columns.map((column) => column.width)]) {
    x += own;
    page.rule({ x1: x, y1: top, x2: x, y2: top + height, width });
  }
}

function write(
  { pdf, page }: SheetTools,
  owner: StructureTag | 'decoration',
  text: string,
  face: PaperFace,
  size: number,
  { x, width, align }: Box,
  y: number,
): void {
  const own = align === 'left' ? 0 : pdf.measure(text, face, size);
  const left = { left: x + type.padX, centre: x + (width - own) / 2, right: x + width - own - type.padX }[align];
  page.write(owner, { pieces: [{ text, face }], x: left, y, size });
}
