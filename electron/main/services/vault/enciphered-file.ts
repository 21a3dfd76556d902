import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { err, ok, type Result } from '#shared/base/result.ts';
import { systemCode } from '../disk/disk-failure.ts';
import type { KeySource, VersionedKey } from '../keys/key-source.ts';
import {
  newFileSecret,
  openHead,
  openSegment,
  sealHead,
  sealSegment,
  sealSlot,
  slotsNewestFirst,
} from './file-cipher.ts';
import type { FileSecret } from './file-cipher.ts';
import {
  countSegments,
  parseVaultHead,
  SEGMENT_BYTES,
  segmentLength,
  segmentOffset,
  SLOT_BYTES,
  sizeOnDisk,
  TAG_BYTES,
  VAULT_HEADER_BYTES,
  type VaultHead,
} from './vault-format.ts';

/** Why a file cannot be read. */
export type ReadFailure = 'file-missing' | 'locked' | 'vault-damaged';

/** A file open for reading, whatever it looks like on disk. Every byte that comes out was authenticated (a file of the first build: was not). */
export type PlainReader = {
  readonly size: number;
  /** Bytes from `start` on; `undefined` when one of them is not what was written. */
  readonly read: (start: number, length: number) => Promise<Uint8Array | undefined>;
  readonly close: () => Promise<void>;
};

/** Opens a file of the vault, or a copy of one, for reading. */
export async function openPlainReader(path: string, keys: KeySource): Promise<Result<PlainReader, ReadFailure>> {
  const opened = await openIfThere(path);
  if (opened === undefined) return err('file-missing');
  const { file, head, bytes } = opened;
  if (head.kind === 'plain') return ok(readerOfPlain(file, bytes));
  const secret = openHead(head, keys);
  if (secret !== undefined && bytes === sizeOnDisk(secret.size)) return ok(readerOfEnciphered(file, secret));
  await file.close();
  return err(keys.current('vault') === undefined ? 'locked' : 'vault-damaged');
}

/** Plain size of a file, without any key; undefined when there is none or its header is of no use. */
export async function findPlainSize(path: string): Promise<number | undefined> {
  const opened = await openIfThere(path);
  await opened?.file.close();
  if (opened === undefined) return undefined;
  if (opened.head.kind === 'plain') return opened.bytes;
  return opened.head.kind === 'enciphered' ? slotsNewestFirst(opened.head)[0]?.size : undefined;
}

/** What a file begins with, and its size on disk. */
export async function openIfThere(
  path: string,
): Promise<{ readonly file: FileHandle; readonly head: VaultHead; readonly bytes: number } | undefined> {
  try {
    const file = await open(path, 'r');
    const start = new Uint8Array(VAULT_HEADER_BYTES);
    const { bytesRead } = await file.read(start, 0, start.length, 0);
    return { file, head: parseVaultHead(start.subarray(0, bytesRead)), bytes: (await file.stat()).size };
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}

/** SHA-256 of a file's plain bytes as hex; undefined when they cannot all be read. */
export async function hashPlain(reader: PlainReader): Promise<string | undefined> {
  const hash = createHash('sha256');
  for (let start = 0; start < reader.size; start += SEGMENT_BYTES) {
    const bytes = await reader.read(start, SEGMENT_BYTES);
    if (bytes === undefined) return undefined;
    hash.update(bytes);
  }
  return hash.digest('hex');
}

function readerOfPlain(file: FileHandle, size: number): PlainReader {
  return {
    size,
    async read(start, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - start)));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
      return bytesRead === bytes.length ? bytes : undefined;
    },
    close: () => file.close(),
  };
}

function readerOfEnciphered(file: FileHandle, secret: FileSecret): PlainReader {
  const { size } = secret;
  async function readSegment(index: number): Promise<Buffer | undefined> {
    const sealed = new Uint8Array(segmentLength(size, index) + TAG_BYTES);
    const { bytesRead } = await file.read(sealed, 0, sealed.length, segmentOffset(index));
    return bytesRead === sealed.length ? openSegment(secret, index, sealed) : undefined;
  }
  return {
    size,
    async read(start, length) {
      const end = Math.min(size, start + length);
      if (end <= start) return new Uint8Array();
      const pieces: Uint8Array[] = [];
      for (let index = Math.floor(start / SEGMENT_BYTES); index * SEGMENT_BYTES < end; index += 1) {
        const plain = await readSegment(index);
        if (plain === undefined) return undefined;
        const first = index * SEGMENT_BYTES;
        pieces.push(plain.subarray(Math.max(0, start - first), end - first));
      }
      return pieces.length === 1 ? (pieces[0] ?? new Uint8Array()) : Buffer.concat(pieces);
    },
    async close() {
      secret.key.fill(0);
      await file.close();
    },
  };
}

/** A file being enciphered as its bytes come. Plain bytes wait in memory until a segment is full. */
export type EncipheringWriter = {
  readonly append: (bytes: Uint8Array) => Promise<void>;
  /** After all bytes: fsync and close. The header is brought to the key that is current by then. */
  readonly finish: (vaultKey: VersionedKey) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Makes a file of exactly `size` plain bytes at `path`. */
export async function createEncipheringWriter(
  path: string,
  size: number,
  vaultKey: VersionedKey,
): Promise<EncipheringWriter> {
  const secret = newFileSecret(size);
  const file = await open(path, 'wx', 0o600);
  let waiting = Buffer.alloc(0);
  let index = 0;
  const close = async (): Promise<void> => {
    waiting.fill(0);
    secret.key.fill(0);
    await file.close();
  };
  await writeAt(file, sealHead(secret, vaultKey), 0);
  return {
    async append(bytes) {
      waiting = Buffer.concat([waiting, bytes]);
      while (index < countSegments(size) && waiting.length >= segmentLength(size, index)) {
        const length = segmentLength(size, index);
        await writeAt(file, sealSegment(secret, index, waiting.subarray(0, length)), segmentOffset(index));
        waiting = waiting.subarray(length);
        index += 1;
      }
    },
    async finish(current) {
      if (current.id !== vaultKey.id) await writeAt(file, sealHead(secret, current, 1), 0);
      await file.sync();
      await close();
    },
    close,
  };
}

/** Wraps a file's key under the current vault key: first in the slot that is not in use, durably, then in the other. False when the file needs none or no key opens it. */
export async function rewrapFile(path: string, keys: KeySource, vaultKey: VersionedKey): Promise<boolean> {
  const opened = await openIfThere(path);
  if (opened === undefined) return false;
  await opened.file.close();
  const { head } = opened;
  if (head.kind !== 'enciphered' || head.slots.every((slot) => slot?.keyId === vaultKey.id)) return false;
  const secret = openHead(head, keys);
  const newest = slotsNewestFirst(head)[0];
  if (secret === undefined || newest === undefined) return false;
  const inUse = head.slots.findIndex((slot) => slot === newest);
  const file = await open(path, 'r+');
  try {
    for (const place of [1 - inUse, inUse]) {
      await writeAt(file, sealSlot(secret, vaultKey, newest.generation + 1), place * SLOT_BYTES);
      await file.datasync();
    }
  } finally {
    secret.key.fill(0);
    await file.close();
  }
  return true;
}

/** Writes all bytes at a place. */
export async function writeAt(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten;
  }
}
