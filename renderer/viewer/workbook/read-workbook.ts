import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { attributeOf, walkXml } from '#shared/base/xml-walk.ts';
import { readZipDirectory, type ZipEntry } from '#shared/domain/attachment/zip-directory.ts';
import { unpackZipEntry } from '#renderer/data/files/unpack-zip.ts';
import { readCellFormats, type CellFormat } from './cell-format.ts';
import { readSheetRows, type Sheet } from './read-sheet-rows.ts';

/** An Excel file, opened: its sheets by name; each is read when it is asked for. */
export type Workbook = {
  readonly names: readonly string[];
  readonly readSheet: (at: number) => Result<Sheet, { readonly code: ErrorCode }>;
};

type Failure = { readonly code: ErrorCode };

/** Opens an Excel file from its bytes: ZIP within limits, nothing calculated (the values Excel left are shown), nothing fetched. */
export function openWorkbook(bytes: Uint8Array): Result<Workbook, Failure> {
  const directory = readZipDirectory(bytes);
  if (!directory.ok) return directory;
  const parts = new Map(directory.value.map((entry) => [entry.name, entry]));
  const book = readPart(bytes, parts.get('xl/workbook.xml'));
  if (book === undefined) return err({ code: 'file-unreadable' });
  const targets = readTargets(readPart(bytes, parts.get('xl/_rels/workbook.xml.rels')) ?? '');
  const sheets: { readonly name: string; readonly path: string }[] = [];
  let is1904 = false;
  const walked = walkXml(book, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributeOf(attributes, 'date1904') ?? '');
      if (name !== 'sheet' || attributeOf(attributes, 'state') === 'veryHidden') return;
      const path = targets.get(attributeOf(attributes, 'r:id') ?? attributeOf(attributes, 'id') ?? '');
      if (path !== undefined) sheets.push({ name: attributeOf(attributes, 'name') ?? '', path });
    },
  });
  if (!walked.ok) return err({ code: 'file-unreadable' });
  const strings = readStrings(readPart(bytes, parts.get('xl/sharedStrings.xml')) ?? '');
  const styles = readPart(bytes, parts.get('xl/styles.xml'));
  const formats: readonly CellFormat[] = styles === undefined ? [] : readCellFormats(styles);
  return ok({
    names: sheets.map(({ name }) => name),
    readSheet: (at) => {
      const xml = readPart(bytes, parts.get(sheets[at]?.path ?? ''));
      if (xml === undefined) return err({ code: 'file-unreadable' });
      const sheet = readSheetRows(xml, strings, formats, is1904);
      return sheet === undefined ? err({ code: 'file-unreadable' }) : ok(sheet);
    },
  });
}

function readPart(bytes: Uint8Array, entry: ZipEntry | undefined): string | undefined {
  const unpacked = entry === undefined ? undefined : unpackZipEntry(bytes, entry);
  return unpacked?.ok === true ? new TextDecoder().decode(unpacked.value) : undefined;
}

/** Paths inside the file by relation id. */
function readTargets(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  walkXml(xml, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return;
      const target = attributeOf(attributes, 'Target') ?? '';
      targets.set(attributeOf(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
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
