import type { Measure } from '../fonts.ts';
import type { TableBook, TableColumn } from './table-book.ts';
import type { SheetSize } from './sheet-size.ts';
import { tableType as type } from './table-type.ts';
import { rememberWidths, wrapText } from './wrap-text.ts';

/** The lines of text of each cell of a row. `goesOn`: the row's second part, after a sheet's end. */
export type LaidRow = { readonly cells: readonly (readonly string[])[]; readonly goesOn: boolean };

/** What stands on one sheet. `closing` is only on the last. */
export type LaidSheet = { readonly rows: readonly LaidRow[]; readonly closing: readonly string[] };

/** A table cut into sheets. Widths in points. */
export type LaidTable = {
  readonly columns: readonly (TableColumn & { readonly width: number; readonly titleLines: readonly string[] })[];
  /** Points of the head with its column numbers. */
  readonly headHeight: number;
  readonly titleLines: readonly string[];
  readonly subtitleLines: readonly string[];
  /** Points of title and subtitle on the first sheet. */
  readonly titleHeight: number;
  readonly sheets: readonly LaidSheet[];
};

/**
 * Wraps every cell and puts rows on sheets. A row is cut only when it is taller than a whole sheet: its lines go on on the next one.
 * `tell` is called now and then with the share of rows done (0 to 1).
 */
export function layOutTable(
  book: TableBook,
  size: SheetSize,
  measure: Measure,
  tell?: (share: number) => void,
): LaidTable {
  const room = size.width - size.left - size.right;
  const regular = rememberWidths((words) => measure(words, 'regular', type.text));
  const all = book.columns.reduce((sum, { widthMm }) => sum + widthMm, 0);
  const columns = book.columns.map((column) => {
    const width = (column.widthMm / all) * room;
    const titleLines = wrapText(column.title, width - type.padX * 2, (words) => measure(words, 'bold', type.head));
    return { ...column, width, titleLines };
  });
  const titleRows = Math.max(1, ...columns.map(({ titleLines }) => titleLines.length));
  const headHeight = titleRows * type.headLine + type.padY * 2 + (book.numberedColumns ? type.numberRow : 0);
  const titleLines = book.title === '' ? [] : wrapText(book.title, room, (words) => measure(words, 'bold', type.title));
  const subtitleLines =
    book.subtitle === '' ? [] : wrapText(book.subtitle, room, (words) => measure(words, 'regular', type.subtitle));
  const titleHeight =
    titleLines.length * (type.title + 5) +
    subtitleLines.length * (type.subtitle + 4) +
    (titleLines.length + subtitleLines.length > 0 ? 8 : 0);
  const body = size.height - size.top - size.bottom - headHeight;
  const closing = (book.closing ?? []).flatMap((words) => wrapText(words, room, regular));
  const cells = function* (): Iterable<LaidRow> {
    let done = 0;
    for (const row of book.rows) {
      const lines = columns.map(({ width }, at) => wrapText(row[at] ?? '', width - type.padX * 2, regular));
      yield { cells: lines, goesOn: false };
      done += 1;
      if (done % 500 === 0) tell?.(done / book.rows.length);
    }
  };
  return {
    columns,
    headHeight,
    titleLines,
    subtitleLines,
    titleHeight,
    sheets: fillSheets(cells(), body, titleHeight, closing),
  };
}

/** Points a row takes. */
export function rowHeight({ cells }: LaidRow): number {
  return Math.max(1, ...cells.map((lines) => lines.length)) * type.line + type.padY * 2;
}

function fillSheets(
  rows: Iterable<LaidRow>,
  body: number,
  titleHeight: number,
  closing: readonly string[],
): readonly LaidSheet[] {
  const sheets: LaidRow[][] = [[]];
  let left = body - titleHeight;
  const turn = (): void => {
    sheets.push([]);
    left = body;
  };
  for (const whole of rows) {
    let row: LaidRow | undefined = whole;
    while (row !== undefined) {
      const height = rowHeight(row);
      if (height <= left) {
        sheets.at(-1)?.push(row);
        left -= height;
        row = undefined;
      } else if (height <= body) turn();
      else {
        const fitting = Math.floor((left - type.padY * 2) / type.line);
        if (fitting < 3 && left < body) {
          turn();
          continue;
        }
        sheets.at(-1)?.push({ cells: row.cells.map((lines) => lines.slice(0, fitting)), goesOn: row.goesOn });
        row = { cells: row.cells.map((lines) => lines.slice(fitting)), goesOn: true };
        turn();
      }
    }
  }
  const closingHeight = closing.length === 0 ? 0 : closing.length * type.line + type.padY * 2;
  const hasRoom = closingHeight <= left;
  return [
    ...sheets.map((laid, at) => ({ rows: laid, closing: hasRoom && at === sheets.length - 1 ? closing : [] })),
    ...(hasRoom ? [] : [{ rows: [], closing }]),
  ];
}
