import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';

/** An entry of a ZIP as its directory and its own header agree on it. Sizes and offsets in bytes; `method`: 0 stored, 8 deflated. */
export type ZipEntry = {
  readonly name: string;
  readonly isFolder: boolean;
  readonly method: 0 | 8;
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
  /** Where its own header begins, and its packed bytes. */
  readonly header: number;
  readonly start: number;
};

/** What a ZIP may hold at most. A Word file of the office has some dozens of entries and packs to a tenth. */
export type ZipLimits = {
  readonly entries: number;
  readonly totalBytes: number;
  /** Most an entry may grow when it is unpacked, once it is larger than `smallBytes`. */
  readonly ratio: number;
  readonly smallBytes: number;
};

/** Limits for whatever comes from outside. */
export const zipLimits: ZipLimits = {
  entries: 4000,
  totalBytes: 400 * 1024 * 1024,
  ratio: 200,
  smallBytes: 4 * 1024 * 1024,
};

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const ENCRYPTED_FLAGS = 0x2041;

type Failure = { readonly code: ErrorCode };

/**
 * Reads the directory of a ZIP without unpacking anything, and refuses what is hostile or broken: `file-bomb` (too many or too large entries, an
 * unlikely ratio, entries that overlap, ZIP64), `file-path-trick` (a name that leads out of the folder, twice the same name, a header that names
 * another file than the directory), `file-password` (encrypted), `file-truncated` (no end), `file-unreadable` (anything else).
 */
export function readZipDirectory(
  bytes: Uint8Array,
  limits: ZipLimits = zipLimits,
): Result<readonly ZipEntry[], Failure> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return err({ code: 'file-truncated' });
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const begin = view.getUint32(end + 16, true);
  if (count === 0xffff || size === 0xffffffff || begin === 0xffffffff) return err({ code: 'file-bomb' });
  if (count > limits.entries) return err({ code: 'file-bomb' });
  if (begin + size > end || view.getUint16(end + 4, true) !== 0) return err({ code: 'file-unreadable' });
  const entries: ZipEntry[] = [];
  let at = begin;
  for (let number = 0; number < count; number += 1) {
    const read = readEntry(view, bytes, at, begin);
    if (!read.ok) return read;
    entries.push(read.value.entry);
    at = read.value.next;
  }
  if (at > begin + size) return err({ code: 'file-unreadable' });
  const code = refuseEntries(entries, limits);
  return code === undefined ? ok(entries) : err({ code });
}

function findEnd(view: DataView): number | undefined {
  const earliest = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= earliest; at -= 1)
    if (view.getUint32(at, true) === END_SIGNATURE && at + END_BYTES + view.getUint16(at + 20, true) <= view.byteLength)
      return at;
  return undefined;
}

function readEntry(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  directory: number,
): Result<{ readonly entry: ZipEntry; readonly next: number }, Failure> {
  if (at + CENTRAL_BYTES > view.byteLength || view.getUint32(at, true) !== CENTRAL_SIGNATURE)
    return err({ code: 'file-unreadable' });
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const nameLength = view.getUint16(at + 28, true);
  const next = at + CENTRAL_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const local = view.getUint32(at + 42, true);
  if (next > view.byteLength) return err({ code: 'file-unreadable' });
  if ((flags & ENCRYPTED_FLAGS) !== 0) return err({ code: 'file-password' });
  if (packedSize === 0xffffffff || size === 0xffffffff || local === 0xffffffff) return err({ code: 'file-bomb' });
  if (method !== 0 && method !== 8) return err({ code: 'file-unreadable' });
  if (local + LOCAL_BYTES > directory || view.getUint32(local, true) !== LOCAL_SIGNATURE)
    return err({ code: 'file-unreadable' });
  const name = decodeName(bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength));
  const localNameLength = view.getUint16(local + 26, true);
  const localName = decodeName(bytes.subarray(local + LOCAL_BYTES, local + LOCAL_BYTES + localNameLength));
  if (localName !== name || leadsOut(name)) return err({ code: 'file-path-trick' });
  const start = local + LOCAL_BYTES + localNameLength + view.getUint16(local + 28, true);
  if (start + packedSize > directory) return err({ code: 'file-bomb' });
  if (method === 0 && packedSize !== size) return err({ code: 'file-bomb' });
  const crc = view.getUint32(at + 16, true);
  return ok({
    entry: { name, isFolder: name.endsWith('/'), method, packedSize, size, crc, header: local, start },
    next,
  });
}

function refuseEntries(entries: readonly ZipEntry[], limits: ZipLimits): ErrorCode | undefined {
  if (entries.reduce((sum, { size }) => sum + size, 0) > limits.totalBytes) return 'file-bomb';
  if (entries.some(({ size, packedSize }) => size > limits.smallBytes && size > packedSize * limits.ratio))
    return 'file-bomb';
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size !== entries.length) return 'file-path-trick';
  let free = 0;
  for (const { header, start, packedSize } of [...entries].sort((one, other) => one.header - other.header)) {
    if (header < free) return 'file-bomb';
    free = start + packedSize;
  }
  return undefined;
}

/** Whether a name would leave the folder it is unpacked to, on any system. */
function leadsOut(name: string): boolean {
  return (
    name === '' ||
    name.includes('\\') ||
    name.includes('\u0000') ||
    name.startsWith('/') ||
    /^[a-z]:/iu.test(name) ||
    name.split('/').includes('..')
  );
}

/** UTF-8, or byte by byte when it is none. */
function decodeName(bytes: Uint8Array): string {
  try {
    return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return String.fromCharCode(...bytes);
  }
}
