import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { KeySource, VersionedKey } from '../keys/key-source.ts';
import { openIfThere, writeAt } from './enciphered-file.ts';
import { newFileSecret, openHead, openSegment, openTail, sealHead, sealSegment, sealTail } from './file-cipher.ts';
import type { FileSecret } from './file-cipher.ts';
import { countSegments, SEGMENT_BYTES, segmentLength, segmentOffset, TAG_BYTES } from './vault-format.ts';

/** How far a file that comes in has got: whole segments, and the beginning of the next. */
export type IncomingState = { readonly secret: FileSecret; readonly segments: number; readonly tail: Uint8Array };

/** Plain bytes that are here. */
export function incomingOffset({ segments, tail, secret }: IncomingState): number {
  return Math.min(secret.size, segments * SEGMENT_BYTES + tail.length);
}

/** What is at `path` of a file that comes in, or a new beginning. Half-written ends do not count. */
export async function openIncoming(
  path: string,
  size: number,
  keys: KeySource,
  vaultKey: VersionedKey,
): Promise<IncomingState> {
  return (await findIncoming(path, size, keys)) ?? beginIncoming(path, size, vaultKey);
}

async function findIncoming(path: string, size: number, keys: KeySource): Promise<IncomingState | undefined> {
  const opened = await openIfThere(path);
  if (opened === undefined) return undefined;
  const { file, head, bytes } = opened;
  try {
    const secret = openHead(head, keys);
    if (secret?.size !== size) return undefined;
    const segments = countWhole(bytes, size);
    const last = segments - 1;
    if (last >= 0) {
      const sealed = new Uint8Array(segmentLength(size, last) + TAG_BYTES);
      await file.read(sealed, 0, sealed.length, segmentOffset(last));
      if (openSegment(secret, last, sealed) === undefined) return undefined;
    }
    return { secret, segments, tail: await readTail(path, secret, segments) };
  } finally {
    await file.close();
  }
}

/** Adds bytes behind what is here; full segments go to their place, the beginning of the next beside it, so that a slow line loses nothing by a restart. */
export async function appendIncoming(path: string, state: IncomingState, bytes: Uint8Array): Promise<IncomingState> {
  const { secret } = state;
  let { segments } = state;
  let waiting = Buffer.concat([state.tail, bytes]);
  const file = await open(path, 'r+');
  try {
    while (segments < countSegments(secret.size) && waiting.length >= segmentLength(secret.size, segments)) {
      const length = segmentLength(secret.size, segments);
      await writeAt(file, sealSegment(secret, segments, waiting.subarray(0, length)), segmentOffset(segments));
      waiting = waiting.subarray(length);
      segments += 1;
    }
    if (segments === countSegments(secret.size)) await file.sync();
  } finally {
    await file.close();
  }
  if (segments === countSegments(secret.size)) await rm(tailPath(path), { force: true });
  else {
    await writeFile(`${tailPath(path)}.next`, sealTail(secret, segments, waiting), { mode: 0o600 });
    await rename(`${tailPath(path)}.next`, tailPath(path));
  }
  return { secret, segments, tail: waiting };
}

/** Removes what is here of a file that comes in. */
export async function dropIncoming(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(tailPath(path), { force: true });
}

async function beginIncoming(path: string, size: number, vaultKey: VersionedKey): Promise<IncomingState> {
  await dropIncoming(path);
  const secret = newFileSecret(size);
  await writeFile(path, sealHead(secret, vaultKey), { mode: 0o600, flag: 'wx' });
  return { secret, segments: 0, tail: new Uint8Array() };
}

function countWhole(bytes: number, size: number): number {
  const count = countSegments(size);
  const isAll = bytes >= segmentOffset(count - 1) + segmentLength(size, count - 1) + TAG_BYTES;
  return isAll ? count : Math.max(0, Math.floor((bytes - segmentOffset(0)) / (SEGMENT_BYTES + TAG_BYTES)));
}

async function readTail(path: string, secret: FileSecret, segments: number): Promise<Uint8Array> {
  const sealed = await readFile(tailPath(path)).catch(() => new Uint8Array());
  return openTail(secret, segments, sealed) ?? new Uint8Array();
}

function tailPath(path: string): string {
  return `${path}.tail`;
}
