import type { MergedArea, Sheet } from './read-sheet-rows.ts';

/** Height of a row at 100 %, CSS pixels; all rows are alike, so that any of them can be found without drawing the others. */
export const ROW_HEIGHT = 24;
const NUMBER_WIDTH = 64;

/** The rows `from` to `until` (not included) of a sheet as a table, with room above and below for those that are not there. */
export function drawSheetRows(table: HTMLTableElement, sheet: Sheet, from: number, until: number, scale: number): void {
  const height = ROW_HEIGHT * scale;
  const body = document.createElement('tbody');
  body.append(spacer(from * height));
  const shown = sheet.merges.filter(({ top, bottom }) => top < until && bottom >= from);
  for (let number = from; number < until; number += 1) body.append(drawRow(sheet, shown, number, from, until, height));
  body.append(spacer((sheet.rows.length - until) * height));
  table.tBodies[0]?.remove();
  table.append(body);
}

/** Head with the letters of the columns, and their widths. */
export function drawSheetHead(table: HTMLTableElement, sheet: Sheet, scale: number): void {
  table.setAttribute('aria-rowcount', String(sheet.rows.length + 1));
  const group = document.createElement('colgroup');
  const head = document.createElement('thead');
  const row = head.insertRow();
  row.setAttribute('aria-rowindex', '1');
  for (let at = -1; at < sheet.columns; at += 1) {
    const column = document.createElement('col');
    column.style.width = `${String((at < 0 ? NUMBER_WIDTH : (sheet.widths[at] ?? 0)) * scale)}px`;
    group.append(column);
    const cell = document.createElement(at < 0 ? 'td' : 'th');
    cell.textContent = at < 0 ? '' : lettersOf(at);
    if (at >= 0) cell.setAttribute('scope', 'col');
    row.append(cell);
  }
  const width = sheet.widths.reduce((sum, each) => sum + each, NUMBER_WIDTH) * scale;
  table.style.width = `${String(width)}px`;
  table.replaceChildren(group, head);
}

function drawRow(
  sheet: Sheet,
  merges: readonly MergedArea[],
  number: number,
  from: number,
  until: number,
  height: number,
): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.style.height = `${String(height)}px`;
  row.setAttribute('aria-rowindex', String(number + 2));
  const head = document.createElement('th');
  head.setAttribute('scope', 'row');
  head.textContent = String(number + 1);
  row.append(head);
  const here = merges.filter(({ top, bottom }) => top <= number && bottom >= number);
  for (let column = 0; column < sheet.columns; column += 1) {
    const area = here.find(({ left, right }) => left <= column && right >= column);
    const cell = document.createElement('td');
    let text = sheet.rows[number]?.[column] ?? '';
    if (area !== undefined) {
      // An area that begins above the drawn rows is drawn from the first of them on.
      const firstRow = Math.max(area.top, from);
      if (number !== firstRow || column !== area.left) continue;
      text = sheet.rows[area.top]?.[area.left] ?? '';
      cell.colSpan = Math.min(area.right, sheet.columns - 1) - area.left + 1;
      cell.rowSpan = Math.min(area.bottom, until - 1) - firstRow + 1;
    }
    cell.textContent = text;
    if (text.length > 12) cell.title = text;
    if (/^-?[\d.]+(?:,\d+)?(?: %)?$/u.test(text)) cell.className = 'number';
    row.append(cell);
  }
  return row;
}

function spacer(height: number): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.setAttribute('aria-hidden', 'true');
  row.style.height = `${String(height)}px`;
  return row;
}

function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
