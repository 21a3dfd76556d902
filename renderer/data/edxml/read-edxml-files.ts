import { normalizeLine } from '#shared/base/vietnamese.ts';
import { officeKindOf, signatureOf } from '#shared/domain/attachment/file-kind.ts';
import { readZipDirectory, type ZipEntry } from '#shared/domain/attachment/zip-directory.ts';
import { unpackZipEntry } from '../files/unpack-zip.ts';
import type { EdxmlDoubt, EdxmlFile, EdxmlFileFault } from './edxml-paper.ts';
import { childOf, childrenOf, findNode, type XmlNode } from './xml-tree.ts';

/** Files of a message, and what was odd about them. */
export type ReadFiles = { readonly files: readonly EdxmlFile[]; readonly doubts: readonly EdxmlDoubt[] };

/** What the files of one message, packages within it included, may still take: bytes in memory and number. */
export type FileBudget = { bytes: number; files: number };

/** The budget of a message: no honest one comes near. 400 MB, decoded and unpacked, and 200 files. */
export function beginFileBudget(): FileBudget {
  return { bytes: 400 * 1024 * 1024, files: 200 };
}

/** Reads a package that lies in an attachment of another; undefined when it is none. */
export type ReadNested = (bytes: Uint8Array) => ReadFiles | undefined;

/**
 * The files of a message: those of the manifest in its order, matched to the attachments by ContentId, then attachments nobody announced.
 * Bytes are base64 of the file itself or of a ZIP around it; a ZIP that is itself a Word or Excel file stays whole.
 * What would go beyond `budget` is not decoded or unpacked: `file-too-large`; files beyond its number are left unsaid but for the first.
 */
export function readEdxmlFiles(root: XmlNode, readNested: ReadNested, budget: FileBudget): ReadFiles {
  const references = childrenOf(findNode(root, 'edXMLManifest'), 'Reference');
  const attachments = childrenOf(findNode(root, 'AttachmentEncoded'), 'Attachment');
  const files: EdxmlFile[] = [];
  const doubts: EdxmlDoubt[] = [];
  const taken = new Set<XmlNode>();
  const take = (reference: XmlNode | undefined, attachment: XmlNode | undefined): void => {
    if (attachment !== undefined) taken.add(attachment);
    if (budget.files <= 0) return;
    const read = readFile(reference, attachment, readNested, budget);
    files.push(...read.files);
    doubts.push(...read.doubts);
  };
  for (const [at, reference] of references.entries()) {
    const id = idOf(reference);
    const same = attachments.filter((attachment) => !taken.has(attachment) && id !== '' && idOf(attachment) === id);
    // A sender that gives no identifiers, or the same everywhere, is matched by place.
    const byPlace = id === '' && idOf(attachments[at]) === '' ? attachments[at] : undefined;
    take(reference, same[0] ?? byPlace);
  }
  for (const attachment of attachments) {
    if (taken.has(attachment)) continue;
    if (references.length > 0) doubts.push({ kind: 'not-in-manifest', value: sayOf(attachment, 'AttachmentName') });
    take(undefined, attachment);
  }
  return { files, doubts };
}

function readFile(
  reference: XmlNode | undefined,
  attachment: XmlNode | undefined,
  readNested: ReadNested,
  budget: FileBudget,
): ReadFiles {
  const say = (name: string): string => sayOf(attachment, name) || sayOf(reference, name);
  const about = {
    contentId: say('ContentId'),
    name: say('AttachmentName') || say('Description') || say('ContentId'),
    type: say('ContentType'),
    description: say('Description'),
  };
  const without = (fault: EdxmlFileFault): ReadFiles => ({ files: [{ ...about, bytes: null, fault }], doubts: [] });
  budget.files -= 1;
  if (attachment === undefined) return without('missing');
  const text = childOf(attachment, 'ContentTransferEncoded')?.text ?? '';
  if (text.trim() === '') return without('empty');
  if (!spend(budget, Math.ceil((text.length * 3) / 4))) return without('file-too-large');
  const bytes = decodeBase64(text);
  if (bytes === undefined) return without('not-encoded');
  return unwrap(about, bytes, readNested, budget);
}

type About = Pick<EdxmlFile, 'contentId' | 'name' | 'type' | 'description'>;

function unwrap(about: About, bytes: Uint8Array<ArrayBuffer>, readNested: ReadNested, budget: FileBudget): ReadFiles {
  const whole: ReadFiles = { files: [{ ...about, bytes, fault: null }], doubts: [] };
  if (signatureOf(bytes) !== 'zip') return whole;
  const directory = readZipDirectory(bytes);
  if (!directory.ok) return { files: [{ ...about, bytes: null, fault: directory.error.code }], doubts: [] };
  if (officeKindOf(directory.value.map(({ name }) => name)) !== undefined) return whole;
  const entries = directory.value.filter(({ isFolder }) => !isFolder);
  if (entries.length === 0) return { files: [{ ...about, bytes: null, fault: 'empty' }], doubts: [] };
  const read = entries.flatMap((entry) => {
    if (budget.files < 0) return [];
    budget.files -= entries.length === 1 ? 0 : 1; // the attachment itself is counted
    if (budget.files < 0 || !spend(budget, entry.size))
      return [{ files: [{ ...about, name: entry.name, bytes: null, fault: 'file-too-large' as const }], doubts: [] }];
    return [readEntry(about, bytes, entry, entries.length === 1, readNested)];
  });
  return { files: read.flatMap(({ files }) => files), doubts: read.flatMap(({ doubts }) => doubts) };
}

/** Takes bytes out of the budget before they are there; false when it has no more. */
function spend(budget: FileBudget, bytes: number): boolean {
  if (bytes > budget.bytes) return false;
  budget.bytes -= bytes;
  return true;
}

function readEntry(
  about: About,
  bytes: Uint8Array,
  entry: ZipEntry,
  isOnly: boolean,
  readNested: ReadNested,
): ReadFiles {
  const unpacked = unpackZipEntry(bytes, entry);
  const name = isOnly ? about.name : (entry.name.split('/').at(-1) ?? about.name);
  if (!unpacked.ok) return { files: [{ ...about, name, bytes: null, fault: unpacked.error.code }], doubts: [] };
  // Gateways that resend a message put the whole message in as a file, whatever its name says.
  const nested = entry.name.toLowerCase().endsWith('.edxml') ? readNested(unpacked.value) : undefined;
  if (nested !== undefined)
    return { files: nested.files, doubts: [{ kind: 'nested-package', value: about.name }, ...nested.doubts] };
  return { files: [{ ...about, name, bytes: unpacked.value, fault: null }], doubts: [] };
}

function idOf(node: XmlNode | undefined): string {
  return sayOf(node, 'ContentId').replace(/^cid:/iu, '').toLowerCase();
}

function sayOf(node: XmlNode | undefined, name: string): string {
  return normalizeLine(childOf(node, name)?.text ?? '');
}

/** Bytes of base64 text, line breaks borne; undefined when it is none. */
function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = atob(text.replace(/\s+/gu, ''));
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    return undefined;
  }
}
