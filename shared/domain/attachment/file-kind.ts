import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { AttachmentMime } from './attachment-record.ts';
import { readZipDirectory } from './zip-directory.ts';

/** What the first bytes of a file say it is. `ole`: the container of old Word and Excel files. */
export type FileSignature = 'pdf' | 'png' | 'jpeg' | 'zip' | 'ole' | 'unknown';

/** A PDF's header may stand anywhere in the first 1,024 bytes (ISO 32000-1, annex H, note 13); the other marks stand at the start. */
export const SIGNATURE_BYTES = 1024;

const DOCX: AttachmentMime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX: AttachmentMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Endings of names, lower case, by kind; the first is given to a file that has none. */
export const endingsOf: Readonly<Record<AttachmentMime, readonly [string, ...string[]]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  [DOCX]: ['docx'],
  [XLSX]: ['xlsx'],
};

/** Endings that promise something else than what the office takes: a file that bears one and is another kind lies. */
const otherEndings =
  'doc docm dot dotm dotx xls xlsm xlsb xltx xltm ppt pptx pptm odt ods rtf txt csv htm html mht xml svg edxml zip rar 7z gz tar iso img gif bmp tif tiff webp heic exe com bat cmd scr pif js jse vbs vbe wsf hta msi msp lnk url ps1 jar apk dll cpl reg chm app sh eml msg'.split(
    ' ',
  );

const signatures: readonly (readonly [FileSignature, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
];

/** Tells the kind by the first bytes (at least `SIGNATURE_BYTES` of them, or all there are), never by the name. */
export function signatureOf(head: Uint8Array): FileSignature {
  const found = signatures.find(([, mark]) => mark.every((byte, at) => head[at] === byte));
  if (found !== undefined) return found[0];
  return String.fromCharCode(...head.subarray(0, SIGNATURE_BYTES)).includes('%PDF-') ? 'pdf' : 'unknown';
}

/** What a ZIP holds, by the names of its entries: a Word or Excel file, or neither. */
export function officeKindOf(names: readonly string[]): AttachmentMime | undefined {
  if (!names.includes('[Content_Types].xml')) return undefined;
  if (names.includes('word/document.xml')) return DOCX;
  return names.includes('xl/workbook.xml') ? XLSX : undefined;
}

/** The kind of a file whose signature is not that of a ZIP; undefined for those the office does not take. */
export function plainKindOf(signature: FileSignature): AttachmentMime | undefined {
  if (signature === 'pdf') return 'application/pdf';
  if (signature === 'png') return 'image/png';
  return signature === 'jpeg' ? 'image/jpeg' : undefined;
}

/**
 * Why a file of this kind may not bear this name: `file-kind-lies` when its ending promises another kind, `file-not-pdf` when it says PDF and is none of
 * ours, `file-kind-unknown` for other kinds the office does not take. Undefined when nothing is wrong.
 */
export function refuseKindAndName(kind: AttachmentMime | undefined, name: string): ErrorCode | undefined {
  const ending = endingOf(name);
  const promised = Object.values(endingsOf).some((endings) => endings.includes(ending));
  if (kind === undefined) {
    if (ending === 'pdf') return 'file-not-pdf';
    return promised ? 'file-kind-lies' : 'file-kind-unknown';
  }
  if (endingsOf[kind].includes(ending)) return undefined;
  return promised || otherEndings.includes(ending) ? 'file-kind-lies' : undefined;
}

/** The kind of a whole file by its content, checked against its name. A ZIP is held to the limits of `readZipDirectory` before anything else. */
export function attachmentKindOf(
  bytes: Uint8Array,
  name: string,
): Result<AttachmentMime, { readonly code: ErrorCode }> {
  const signature = signatureOf(bytes);
  let kind = plainKindOf(signature);
  if (signature === 'zip') {
    const directory = readZipDirectory(bytes);
    if (!directory.ok) return directory;
    kind = officeKindOf(directory.value.map((entry) => entry.name));
  }
  const code = refuseKindAndName(kind, name);
  if (code !== undefined) return err({ code });
  return kind === undefined ? err({ code: 'file-kind-unknown' }) : ok(kind);
}

/** The ending of a name in lower case, without the dot; empty when it has none. What can turn the reading direction does not count. */
export function endingOf(name: string): string {
  const plain = name.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '').replace(/[. ]+$/u, '');
  return /\.([a-z][a-z0-9]{0,7})$/iu.exec(plain)?.[1]?.toLowerCase() ?? '';
}
