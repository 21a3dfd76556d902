import { officeKindOf } from '#shared/domain/attachment/file-kind.ts';
import { readZipDirectory } from '#shared/domain/attachment/zip-directory.ts';
import { readWord } from './flow-view.ts';
import { ViewFailure } from './view-failure.ts';
import { openWorkbook } from './workbook/read-workbook.ts';
import { drawSheetHead, drawSheetRows } from './workbook/sheet-table.ts';

/** More rows than anybody prints; what is behind them is left out. */
const MOST_ROWS = 2000;

/** Lays a Word file out as running text, an Excel file as one table after the other; tells how the paper lies. */
export async function layOutOffice(place: HTMLElement, bytes: ArrayBuffer): Promise<'portrait' | 'landscape'> {
  const directory = readZipDirectory(new Uint8Array(bytes));
  if (!directory.ok) throw new ViewFailure(directory.error.code);
  const kind = officeKindOf(directory.value.map(({ name }) => name));
  place.classList.add('office');
  if (kind?.endsWith('.document') === true) {
    place.append(await readWord(bytes));
    return 'portrait';
  }
  const book = openWorkbook(new Uint8Array(bytes));
  if (!book.ok) throw new ViewFailure(book.error.code);
  for (const [at, name] of book.value.names.entries()) {
    const sheet = book.value.readSheet(at);
    if (!sheet.ok || sheet.value.rows.length === 0) continue;
    const table = document.createElement('table');
    const title = document.createElement('h2');
    title.textContent = name;
    const rows = sheet.value.rows.slice(0, MOST_ROWS);
    drawSheetHead(table, sheet.value, 1);
    drawSheetRows(table, { ...sheet.value, rows }, 0, rows.length, 1);
    table.style.width = '100%';
    place.append(title, table);
  }
  return 'landscape';
}
