import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { officeKindOf, signatureOf } from '#shared/domain/attachment/file-kind.ts';
import { readZipDirectory } from '#shared/domain/attachment/zip-directory.ts';
import { findSecrecyMark } from '#shared/domain/document/secrecy-mark.ts';
import { findHeader } from '#shared/domain/import/find-header.ts';
import { readCsv } from '#shared/domain/import/read-csv.ts';
import { textOfCell, type ImportSheet } from '#shared/domain/import/sheet-cell.ts';
import { readCellFormats } from '../files/cell-format.ts';
import { readOfficeText } from '../files/office-text.ts';
import { openWorkbookParts } from '../files/workbook-parts.ts';
import { decodeTextFile } from './decode-text-file.ts';
import { readImportSheet, type WorkbookStyles } from './read-import-sheet.ts';
import { readCellFonts, readWorkbookStrings } from './read-workbook-strings.ts';

type Failure = { readonly code: ErrorCode };

/** A file with tables, opened: its sheets by name; each is read when it is asked for. */
export type ImportFile = {
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[];
  readonly is1904: boolean;
  readonly readSheet: (at: number) => Result<ImportSheet, Failure>;
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Parts whose text is looked at as cells. */
const tables = /^xl\/(?:worksheets\/[^/]+\.xml|sharedStrings\.xml)$/u;
/** Rows from the top in which a secrecy mark is looked for when there is no head: a stamp stands above a table, and Mật is a name too. */
const STAMP_ROWS = 12;

/**
 * Opens a list from outside: an Excel file (.xlsx) or a text table (CSV). Nothing runs, nothing is fetched or calculated. Refuses what `readOfficeText`
 * refuses, old Excel files (`sheet-old-format`), pages saved under an Excel name (`sheet-web-page`), and what bears a secrecy mark (`file-secret-mark`).
 */
export function openImportFile(bytes: Uint8Array, fileName: string): Result<ImportFile, Failure> {
  if (bytes.length === 0) return err({ code: 'file-empty' });
  const signature = signatureOf(bytes.subarray(0, 1024));
  if (signature === 'zip') return openWorkbookFile(bytes);
  if (signature === 'ole') return err({ code: 'sheet-old-format' });
  if (signature !== 'unknown') return err({ code: 'file-kind-unknown' });
  return openTextFile(bytes, fileName);
}

function openTextFile(bytes: Uint8Array, fileName: string): Result<ImportFile, Failure> {
  const { text } = decodeTextFile(bytes);
  const plain = text.replace(/^\ufeff/u, '');
  if (/^\s*(?:<!doctype|<html|<\?xml|<table|mime-version:)/iu.test(plain)) return err({ code: 'sheet-web-page' });
  if (plain.includes('\u0000')) return err({ code: 'file-kind-unknown' });
  const name = fileName.replace(/\.[a-z]{1,5}$/iu, '');
  const sheet = readCsv(name, plain);
  return isMarked(sheet)
    ? err({ code: 'file-secret-mark' })
    : ok({ sheets: [{ name, isHidden: false }], is1904: false, readSheet: () => checkLength(sheet) });
}

function openWorkbookFile(bytes: Uint8Array): Result<ImportFile, Failure> {
  const directory = readZipDirectory(bytes);
  if (!directory.ok) return directory;
  const kind = officeKindOf(directory.value.map(({ name }) => name));
  if (kind !== XLSX) return err({ code: 'file-kind-unknown' });
  const around = readOfficeText(bytes, 0, tables);
  if (!around.ok) return around;
  if (findSecrecyMark(around.value.text) !== undefined) return err({ code: 'file-secret-mark' });
  const parts = openWorkbookParts(bytes);
  if (!parts.ok) return parts;
  const { sheets, is1904, readPart } = parts.value;
  const stylesXml = readPart('xl/styles.xml') ?? '';
  const styles: WorkbookStyles = {
    strings: readWorkbookStrings(readPart('xl/sharedStrings.xml') ?? ''),
    formats: readCellFormats(stylesXml),
    fonts: readCellFonts(stylesXml),
    is1904,
  };
  return ok({
    sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    is1904,
    readSheet: (at) => {
      const { name, path } = sheets[at] ?? { name: '', path: '' };
      const xml = readPart(path);
      const sheet = xml === undefined ? undefined : readImportSheet(name, xml, styles);
      if (sheet === undefined) return err({ code: 'file-unreadable' });
      return isMarked(sheet) ? err({ code: 'file-secret-mark' }) : checkLength(sheet);
    },
  });
}

/** A list that is longer than is read must not be taken for a whole one. */
function checkLength(sheet: ImportSheet): Result<ImportSheet, Failure> {
  if (sheet.isCut) return err({ code: 'sheet-too-long' });
  return sheet.rows.length === 0 ? err({ code: 'sheet-empty' }) : ok(sheet);
}

function isMarked(sheet: ImportSheet): boolean {
  const head = findHeader(sheet)?.from ?? STAMP_ROWS;
  const above = sheet.rows.slice(0, head).flatMap((row) => row.map(textOfCell));
  return findSecrecyMark(above.join('\n')) !== undefined;
}
