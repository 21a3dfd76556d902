import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import {
  PARCEL_VERSION,
  type ParcelEntry,
  type ParcelHead,
  type ParcelManifest,
} from '#shared/contract/parcel-manifest.ts';
import { encryptTo } from './age-stream.ts';
import { ENTRY_LINE_BYTES, layOutParts, type Stretch } from './lay-out-parts.ts';
import { ParcelFault } from './parcel-fault.ts';
import { PARCELS_FOLDER, parcelFolderName, partName, UNFINISHED_ENDING } from './parcel-names.ts';
import { FRONT_BYTES, packFront } from './part-front.ts';
import { stickFault, type Stick } from './stick.ts';

/** FAT32 takes files below 4 GiB; some room is left for those who count otherwise. */
export const PART_BYTES = 4 * 1024 * 1024 * 1024 - 1024 * 1024;

/** What age adds: a header, and 16 bytes to each 64 KiB. */
const AGE_HEADER_BYTES = 512;
const AGE_SEGMENT = 64 * 1024;
const AGE_TAG = 16;
const LEAST_ROOM = 16 * 1024;
/** Bytes of a stick that are left alone: names and tables of the file system take some. */
const SPARE_BYTES = 1024 * 1024;

/** A message in a package. */
export type ParcelMessage = { readonly kind: 'request' | 'answer' | 'carried'; readonly bytes: Uint8Array };

/** A file in a package; `read` gives bytes `start` to `end`, both included. */
export type ParcelFile = {
  readonly hash: string;
  readonly size: number;
  readonly read: (start: number, end: number) => AsyncIterable<Uint8Array>;
};

/** What is to be written, where. Messages come before files; files in the order given, as far as there is room for them. */
export type ParcelOrder = {
  readonly stick: Stick;
  readonly folder: string;
  readonly head: ParcelHead;
  readonly messages: readonly ParcelMessage[];
  readonly files: readonly ParcelFile[];
  readonly partBytes: number;
  /** Signature of the sender, base64url; undefined while nobody can sign. */
  readonly sign: (text: string) => string | undefined;
  /** Told of bytes written and read back. */
  readonly onBytes?: (bytes: number) => void;
};

/** What was written. `skipped`: files there was no room for. */
export type WrittenParcel = {
  readonly folder: string;
  readonly bytes: number;
  readonly parts: number;
  readonly files: readonly string[];
  readonly skipped: number;
};

type Item = { readonly kind: ParcelEntry['kind']; readonly size: number; readonly isWhole: boolean } & (
  | { readonly bytes: Uint8Array }
  | { readonly file: ParcelFile }
);

/**
 * Writes a package: its parts into an unfinished folder, each flushed, read back and compared; then the folder gets its name. A stick that is pulled
 * at any moment holds the whole package or none, and what was on it before. What an earlier writing left unfinished is removed first.
 */
export async function writeParcel(order: ParcelOrder): Promise<Result<WrittenParcel, ErrorCode>> {
  const { stick, folder, head } = order;
  const shelf = join(folder, PARCELS_FOLDER);
  const target = join(shelf, parcelFolderName(head));
  const unfinished = `${target}${UNFINISHED_ENDING}`;
  try {
    if (!(await stick.isFolder(folder))) return err('parcel-stick-gone');
    await stick.makeFolder(shelf);
    await removeUnfinished(stick, shelf);
    const free = (await stick.freeBytes(folder)) - SPARE_BYTES;
    const { items, skipped } = chooseFitting(order, free);
    await stick.makeFolder(unfinished);
    const room = plainRoom(order.partBytes, head);
    const layout = layOutParts(items, room);
    let bytes = 0;
    for (const [index, stretches] of layout.entries()) {
      const contents = await describeStretches(items, stretches);
      const manifest = { ...head, version: PARCEL_VERSION, part: index + 1, parts: layout.length, contents };
      bytes += await writePart(order, join(unfinished, partName(index + 1)), manifest, items, stretches);
    }
    await stick.syncFolder(unfinished);
    await stick.rename(unfinished, target);
    await stick.syncFolder(shelf);
    const files = items.flatMap((item) => ('file' in item ? [item.file.hash] : []));
    return ok({ folder: target, bytes, parts: layout.length, files, skipped });
  } catch (cause) {
    await stick.remove(unfinished).catch(() => undefined); // the stick may be gone; the next writing removes it
    return err(stickFault(cause).code);
  }
}

async function removeUnfinished(stick: Stick, shelf: string): Promise<void> {
  for (const { name, isFolder } of await stick.list(shelf))
    if (isFolder && name.endsWith(UNFINISHED_ENDING)) await stick.remove(join(shelf, name));
}

/** Bytes of contents, with their lines, that fit into a part. */
function plainRoom(partBytes: number, head: ParcelHead): number {
  const plain = Math.floor(((partBytes - AGE_HEADER_BYTES) / (AGE_SEGMENT + AGE_TAG)) * AGE_SEGMENT);
  return Math.max(LEAST_ROOM, plain - FRONT_BYTES - JSON.stringify(head).length - ENTRY_LINE_BYTES);
}

/** All messages, and of the files as many as there is room for; throws when not even the messages find room. */
function chooseFitting(
  { head, messages, files, partBytes }: ParcelOrder,
  free: number,
): { readonly items: readonly Item[]; readonly skipped: number } {
  const perPart = JSON.stringify(head).length + FRONT_BYTES + AGE_HEADER_BYTES + ENTRY_LINE_BYTES;
  const cost = (size: number): number => {
    const withTags = (size + ENTRY_LINE_BYTES) * (1 + AGE_TAG / AGE_SEGMENT);
    return Math.ceil(withTags + Math.floor(withTags / partBytes) * perPart);
  };
  let left = free - 2 * perPart - messages.reduce((sum, { bytes }) => sum + cost(bytes.length), 0);
  if (left < 0) throw new ParcelFault('parcel-no-room');
  const fitting = files.filter(({ size }) => {
    const fits = cost(size) <= left;
    if (fits) left -= cost(size);
    return fits;
  });
  return {
    items: [
      ...messages.map(({ kind, bytes }): Item => ({ kind, size: bytes.length, isWhole: true, bytes })),
      ...fitting.map((file): Item => ({ kind: 'file', size: file.size, isWhole: false, file })),
    ],
    skipped: files.length - fitting.length,
  };
}

async function describeStretches(items: readonly Item[], stretches: readonly Stretch[]): Promise<ParcelEntry[]> {
  const entries: ParcelEntry[] = [];
  for (const stretch of stretches) {
    const item = itemOf(items, stretch);
    if ('bytes' in item) {
      entries.push({ kind: item.kind, size: item.size, sha256: createHash('sha256').update(item.bytes).digest('hex') });
      continue;
    }
    const { hash, size } = item.file;
    const sha256 = stretch.size === size ? hash : await hashStretch(item.file, stretch);
    entries.push({ kind: item.kind, size: stretch.size, sha256, file: { hash, size, at: stretch.at } });
  }
  return entries;
}

async function hashStretch(file: ParcelFile, { at, size }: Stretch): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of file.read(at, at + size - 1)) hash.update(bytes);
  return hash.digest('hex');
}

function itemOf(items: readonly Item[], { item }: Stretch): Item {
  const found = items[item];
  if (found === undefined) throw new Error('a stretch of no item');
  return found;
}

/** Writes, flushes and reads back one part; its size on the stick. */
async function writePart(
  { stick, sign, onBytes = () => undefined }: ParcelOrder,
  path: string,
  manifest: ParcelManifest,
  items: readonly Item[],
  stretches: readonly Stretch[],
): Promise<number> {
  const front = packFront(manifest, sign);
  if (front === undefined) throw new ParcelFault('locked');
  const written = createHash('sha256');
  let size = 0;
  const file = await stick.create(path);
  try {
    for await (const bytes of await encryptTo(manifest.toKey, plainOf(front, items, stretches))) {
      await file.write(bytes);
      written.update(bytes);
      size += bytes.length;
      onBytes(bytes.length);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  const found = createHash('sha256');
  for await (const bytes of stick.read(path)) {
    found.update(bytes);
    onBytes(bytes.length);
  }
  if (found.digest('hex') !== written.digest('hex')) throw new ParcelFault('parcel-read-back');
  return size;
}

async function* plainOf(
  front: Uint8Array,
  items: readonly Item[],
  stretches: readonly Stretch[],
): AsyncGenerator<Uint8Array> {
  yield front;
  for (const stretch of stretches) {
    const item = itemOf(items, stretch);
    if ('bytes' in item) yield item.bytes;
    else yield* item.file.read(stretch.at, stretch.at + stretch.size - 1);
  }
}
