import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { attributeOf, walkXml } from '#shared/base/xml-walk.ts';
import type { AttachmentMime } from '#shared/domain/attachment/attachment-record.ts';
import { officeKindOf, signatureOf } from '#shared/domain/attachment/file-kind.ts';
import { readZipDirectory, type ZipEntry } from '#shared/domain/attachment/zip-directory.ts';
import { unpackZipEntry } from './unpack-zip.ts';

/** A Word or Excel file as it was looked at: its kind and all its text, one paragraph, text box or cell a line. */
export type OfficeText = { readonly mime: AttachmentMime; readonly text: string };

type Failure = { readonly code: ErrorCode };

/** Longest text gathered, in characters: a book of 2,000 pages. */
const TEXT_MAX = 6_000_000;
/** A Word file may bear an Excel file, which may bear nothing more. */
const DEEPEST = 1;

const activeName =
  /(?:vbaproject\.bin|vbadata\.xml|\.(?:exe|dll|scr|com|bat|cmd|js|vbs|ps1|hta|msi|lnk))$|(?:^|\/)(?:activex|macrosheets)\//iu;
const textParts: Readonly<Record<string, RegExp>> = {
  word: /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/u,
  xl: /^xl\/(?:sharedStrings|workbook|comments\d*|worksheets\/[^/]+|drawings\/[^/]+)\.xml$/u,
};
/** Elements after which a new line begins: paragraphs, breaks, cells, shared strings, sheet names. */
const lineEnds = new Set(['p', 'br', 'cr', 'tab', 'si', 'is', 'c', 'sheet', 'comment']);
const textElements = new Set([
  't',
  'delText',
  'oddHeader',
  'oddFooter',
  'evenHeader',
  'evenFooter',
  'firstHeader',
  'firstFooter',
]);

/**
 * Looks at a Word or Excel file without running, fetching or keeping anything: its ZIP is held to the limits first. Refuses what runs or fetches by itself
 * (`file-active`), what is no such file (`file-kind-unknown`), and whatever `readZipDirectory` refuses. `passed`: parts whose text somebody else reads.
 */
export function readOfficeText(bytes: Uint8Array, depth = 0, passed?: RegExp): Result<OfficeText, Failure> {
  const directory = readZipDirectory(bytes);
  if (!directory.ok) return directory;
  const entries = directory.value;
  const mime = officeKindOf(entries.map(({ name }) => name));
  if (mime === undefined) return err({ code: 'file-kind-unknown' });
  if (entries.some(({ name }) => activeName.test(name))) return err({ code: 'file-active' });
  const lines: string[] = [];
  let length = 0;
  const add = (text: string): void => {
    lines.push(text);
    length += text.length;
  };
  for (const entry of entries) {
    if (length > TEXT_MAX) break;
    if (passed?.test(entry.name) === true) continue;
    const refusal = readPart(bytes, entry, depth, add);
    if (refusal !== undefined) return err(refusal);
  }
  return ok({ mime, text: lines.join('\n').normalize('NFC') });
}

function readPart(bytes: Uint8Array, entry: ZipEntry, depth: number, add: (text: string) => void): Failure | undefined {
  const { name } = entry;
  const isLink = name.endsWith('.rels') || name === '[Content_Types].xml';
  const isText = textParts[name.split('/')[0] ?? '']?.test(name) === true;
  const isEmbedded = /\/embeddings\/[^/]+\.(?:docx|xlsx)$/iu.test(name);
  if (!isLink && !isText && !isEmbedded) return undefined;
  const unpacked = unpackZipEntry(bytes, entry);
  if (!unpacked.ok) return unpacked.error;
  if (isEmbedded) {
    if (depth >= DEEPEST || signatureOf(unpacked.value) !== 'zip') return undefined;
    const inner = readOfficeText(unpacked.value, depth + 1);
    if (inner.ok) add(inner.value.text);
    else if (inner.error.code !== 'file-kind-unknown') return inner.error;
    return undefined;
  }
  const xml = decodeUtf8(unpacked.value);
  if (xml === undefined) return { code: 'file-unreadable' };
  if (isLink) return fetchesOrRuns(xml) ? { code: 'file-active' } : undefined;
  const text = textOf(xml);
  if (text === undefined) return { code: 'file-unreadable' };
  add(text);
  return undefined;
}

/** Text of one part, or undefined when it is no XML. */
function textOf(xml: string): string | undefined {
  const pieces: string[] = [];
  const open: string[] = [];
  const walked = walkXml(xml, {
    open: (name, attributes) => {
      open.push(name);
      if (name === 'sheet') pieces.push(attributeOf(attributes, 'name') ?? '');
    },
    close: (name) => {
      open.pop();
      if (lineEnds.has(name) || name.endsWith('Header') || name.endsWith('Footer')) pieces.push('\n');
    },
    text: (text) => {
      const name = open.at(-1) ?? '';
      if (!textElements.has(name)) return;
      // Headers of a sheet bear codes: &C centre, &"Times,Bold" font, &14 size.
      pieces.push(name.length > 7 && name !== 'delText' ? text.replace(/&(?:"[^"]*"|\d+|[A-Z])/gu, '\n') : text);
    },
  });
  return walked.ok ? pieces.join('') : undefined;
}

/** Whether a part of the package is outside of it and fetched on opening (links a person clicks are not), or is a program. */
function fetchesOrRuns(xml: string): boolean {
  let found = false as boolean;
  const walked = walkXml(xml, {
    open: (name, attributes) => {
      if (/macroEnabled|vnd\.ms-office\.(?:vbaProject|activeX)/iu.test(attributes)) found = true;
      if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') !== 'External') return;
      const type = attributeOf(attributes, 'Type') ?? '';
      const target = (attributeOf(attributes, 'Target') ?? '').trim();
      if (type.endsWith('/hyperlink')) return;
      // A template on the writer's own disk is looked for and not found; one on the net is loaded.
      if (/^(?:[a-z][a-z0-9+.-]+:|\\\\|\/\/)/iu.test(target) && !/^file:\/\/\/[a-z]:/iu.test(target)) found = true;
    },
  });
  // What cannot be read may hold anything.
  return !walked.ok || found;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  try {
    return new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true }).decode(
      bytes,
    );
  } catch {
    return undefined;
  }
}
