import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { attributeOf, walkXml } from '#shared/base/xml-walk.ts';
import { readZipDirectory, type ZipEntry } from '#shared/domain/attachment/zip-directory.ts';
import { unpackZipEntry } from './unpack-zip.ts';

/** The parts of an Excel file: where its sheets lie, and a way to read a part by its path; undefined for one that is not there or damaged. */
export type WorkbookParts = {
  readonly sheets: readonly { readonly name: string; readonly path: string; readonly isHidden: boolean }[];
  /** Days are counted from 1904. */
  readonly is1904: boolean;
  readonly readPart: (path: string) => string | undefined;
};

/** Opens an Excel file from its bytes: ZIP within limits, nothing calculated, nothing fetched. Sheets that only a program can show are left out. */
export function openWorkbookParts(bytes: Uint8Array): Result<WorkbookParts, { readonly code: ErrorCode }> {
  const directory = readZipDirectory(bytes);
  if (!directory.ok) return directory;
  const entries = new Map(directory.value.map((entry) => [entry.name, entry]));
  const readPart = (path: string): string | undefined => unpack(bytes, entries.get(path));
  const book = readPart('xl/workbook.xml');
  if (book === undefined) return err({ code: 'file-unreadable' });
  const targets = readTargets(readPart('xl/_rels/workbook.xml.rels') ?? '');
  const sheets: WorkbookParts['sheets'][number][] = [];
  let is1904 = false;
  const walked = walkXml(book, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributeOf(attributes, 'date1904') ?? '');
      const state = attributeOf(attributes, 'state');
      if (name !== 'sheet' || state === 'veryHidden') return;
      const path = targets.get(attributeOf(attributes, 'r:id') ?? attributeOf(attributes, 'id') ?? '');
      if (path !== undefined)
        sheets.push({ name: attributeOf(attributes, 'name') ?? '', path, isHidden: state === 'hidden' });
    },
  });
  return walked.ok ? ok({ sheets, is1904, readPart }) : err({ code: 'file-unreadable' });
}

function unpack(bytes: Uint8Array, entry: ZipEntry | undefined): string | undefined {
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
