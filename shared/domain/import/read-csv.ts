import { SHEET_COLUMNS_MAX, SHEET_ROWS_MAX, type ImportSheet } from './sheet-cell.ts';

type Delimiter = ',' | ';' | '\t';

/** Lines that are looked at to tell what separates the cells. */
const SAMPLE_LINES = 30;
const delimiters: readonly Delimiter[] = [';', '\t', ','];

/**
 * Reads a table as text (CSV; RFC 4180 with any of comma, semicolon and tab): cells in quotes may hold separators, quotes written twice, and line breaks.
 * Excel's own `sep=;` line and `="0123"` are understood. All cells are text.
 */
export function readCsv(name: string, text: string): ImportSheet {
  const { delimiter, from } = findDelimiter(text);
  const rows: string[][] = [];
  let columns = 0;
  let isCut = false;
  let row: string[] = [];
  let at = from;
  const endRow = (): void => {
    while (row.length > 0 && row.at(-1) === '') row.pop();
    if (rows.length < SHEET_ROWS_MAX) rows.push(row.slice(0, SHEET_COLUMNS_MAX));
    isCut ||= rows.length >= SHEET_ROWS_MAX || row.length > SHEET_COLUMNS_MAX;
    columns = Math.max(columns, Math.min(row.length, SHEET_COLUMNS_MAX));
    row = [];
  };
  while (at < text.length && rows.length < SHEET_ROWS_MAX) {
    const cell = readCell(text, at, delimiter);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === delimiter) {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    endRow();
  }
  if (row.length > 0) endRow();
  isCut ||= at < text.length;
  while (rows.at(-1)?.length === 0) rows.pop();
  return { name, rows, columns, merges: [], hiddenRows: [], hiddenColumns: [], isCut };
}

function readCell(text: string, from: number, delimiter: Delimiter): { readonly text: string; readonly end: number } {
  if (text[from] === '"' || (text[from] === '=' && text[from + 1] === '"')) {
    const quoted = readQuoted(text, text[from] === '"' ? from + 1 : from + 2);
    // What stands between the closing quote and the separator belongs to the cell: some programs leave quotes open.
    const end = endOfBare(text, quoted.end, delimiter);
    return { text: quoted.text + text.slice(quoted.end, end), end };
  }
  const end = endOfBare(text, from, delimiter);
  return { text: text.slice(from, end), end };
}

function readQuoted(text: string, from: number): { readonly text: string; readonly end: number } {
  let out = '';
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { text: out + text.slice(at), end: text.length };
    out += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { text: out, end: quote + 1 };
    out += '"';
    at = quote + 2;
  }
}

function endOfBare(text: string, from: number, delimiter: Delimiter): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** The separator that splits most lines into the same number of cells; where the table begins. */
function findDelimiter(text: string): { readonly delimiter: Delimiter; readonly from: number } {
  const said = /^sep=([,;\t])\r?\n/iu.exec(text);
  if (said !== null) return { delimiter: said[1] as Delimiter, from: said[0].length };
  const lines = sampleLines(text);
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
    const usual = mostFrequent(counts);
    const score = usual === 0 ? 0 : counts.filter((count) => count === usual).length * Math.sqrt(usual);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, from: 0 };
}

/** The first lines with what stands in quotes left out. */
function sampleLines(text: string): readonly string[] {
  return text
    .slice(0, 40_000)
    .replace(/"(?:[^"]|"")*"/gu, '')
    .split(/\r\n?|\n/u)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
