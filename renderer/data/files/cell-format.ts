import { attributeOf, walkXml } from '#shared/base/xml-walk.ts';

/** How the number in a cell is meant to be read. */
export type CellFormat = 'general' | 'grouped' | 'percent' | 'date' | 'time' | 'date-time';

/** Numbers Excel counts days by: day 1 is 1900-01-01, and a 29 February 1900 that never was (ECMA-376, 18.17.4.1). */
const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** Formats that have a number and no code of their own (ECMA-376, 18.8.30). */
const builtIn: ReadonlyMap<number, CellFormat> = new Map([
  ...[3, 4, 37, 38, 39, 40].map((id) => [id, 'grouped'] as const),
  ...[9, 10].map((id) => [id, 'percent'] as const),
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'date'] as const),
  ...[18, 19, 20, 21, 45, 46, 47].map((id) => [id, 'time'] as const),
  [22, 'date-time'],
]);

/** The formats of a workbook's cells by the index a cell names (`s`). */
export function readCellFormats(stylesXml: string): readonly CellFormat[] {
  const codes = new Map<number, string>();
  const formats: CellFormat[] = [];
  let inCells = false;
  walkXml(stylesXml, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        codes.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(attributeOf(attributes, 'numFmtId') ?? '0');
      const code = codes.get(id);
      formats.push(code === undefined ? (builtIn.get(id) ?? 'general') : formatOfCode(code));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

function formatOfCode(code: string): CellFormat {
  const plain =
    code
      .toLowerCase()
      .replace(/"[^"]*"|\\.|\[[^\]]*\]|_./gu, '')
      .split(';')[0] ?? '';
  const hasDate = /[yd]/u.test(plain);
  const hasTime = /[hs]/u.test(plain);
  if (hasDate && hasTime) return 'date-time';
  if (hasDate) return 'date';
  if (hasTime) return 'time';
  if (plain.includes('%')) return 'percent';
  return plain.includes('#,##') ? 'grouped' : 'general';
}

/** The text of a number as the sheet shows it, in Vietnamese: 1.234,5 · 20/11/2026 · 08:30 · 12,5 %. What is no number stays as written. */
export function formatCell(raw: string, format: CellFormat, is1904: boolean): string {
  const value = Number(raw);
  if (raw === '' || !Number.isFinite(value)) return raw;
  if (format === 'date' || format === 'time' || format === 'date-time') return formatMoment(value, format, is1904);
  if (format === 'percent') return `${toVietnamese(value * 100, 2)} %`;
  return format === 'grouped' ? group(toVietnamese(value, 2)) : toVietnamese(value, 10);
}

function formatMoment(days: number, format: 'date' | 'time' | 'date-time', is1904: boolean): string {
  const at = new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(days * 86_400) * (DAY_MS / 86_400));
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999) return String(days);
  const iso = at.toISOString();
  const date = `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
  const time = iso.slice(11, 16);
  if (format === 'time') return time;
  return format === 'date' ? date : `${date} ${time}`;
}

function toVietnamese(value: number, digits: number): string {
  const factor = 10 ** digits;
  const rounded = Math.abs(value) < 1e15 ? Math.round(value * factor) / factor : value;
  return String(rounded).replace('.', ',');
}

function group(text: string): string {
  const [whole = '', rest] = text.split(',');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, '.');
  return rest === undefined ? grouped : `${grouped},${rest}`;
}
