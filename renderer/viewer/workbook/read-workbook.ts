import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { walkXml } from '#shared/base/xml-walk.ts';
import { readCellFormats, type CellFormat } from '#renderer/data/files/cell-format.ts';
import { openWorkbookParts } from '#renderer/data/files/workbook-parts.ts';
import { readSheetRows, type Sheet } from './read-sheet-rows.ts';

/** An Excel file, opened: its sheets by name; each is read when it is asked for. */
export type Workbook = {
  readonly names: readonly string[];
  readonly readSheet: (at: number) => Result<Sheet, { readonly code: ErrorCode }>;
};

type Failure = { readonly code: ErrorCode };

/** Opens an Excel file from its bytes; the values Excel left are shown. */
export function openWorkbook(bytes: Uint8Array): Result<Workbook, Failure> {
  const parts = openWorkbookParts(bytes);
  if (!parts.ok) return parts;
  const { sheets, is1904, readPart } = parts.value;
  const strings = readStrings(readPart('xl/sharedStrings.xml') ?? '');
  const styles = readPart('xl/styles.xml');
  const formats: readonly CellFormat[] = styles === undefined ? [] : readCellFormats(styles);
  return ok({
    names: sheets.map(({ name }) => name),
    readSheet: (at) => {
      const xml = readPart(sheets[at]?.path ?? '');
      if (xml === undefined) return err({ code: 'file-unreadable' });
      const sheet = readSheetRows(xml, strings, formats, is1904);
      return sheet === undefined ? err({ code: 'file-unreadable' }) : ok(sheet);
    },
  });
}

/** Shared strings in order; runs of one string are joined, spoken guides (phonetics) left out. */
function readStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let open: string[] = [];
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      open.push(name);
    },
    close: (name) => {
      open = open.slice(0, -1);
      if (name === 'si') strings.push(text);
    },
    text: (piece) => {
      if (open.at(-1) === 't' && !open.includes('rPh')) text += piece;
    },
  });
  return strings;
}
