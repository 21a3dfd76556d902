import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { FilePlace } from '../file-place.ts';

/** A file of a commune as the province's table has it. */
export type FileEntry = { readonly commune: string; readonly hash: string; readonly size: number };

/** What copying did. `lost`: files whose bytes are not there or not theirs. */
export type CopyReport = { readonly copied: number; readonly lost: readonly FileEntry[] };

/**
 * Brings every file that is not yet there from one place of files to another. Files are named by their hashes and never change, so what is there
 * with its size stays. Each is hashed on the way and put in its place only when it is what its name says.
 */
export async function copyFiles(
  from: Pick<FilePlace, 'findSize' | 'read'>,
  to: Pick<FilePlace, 'findSize' | 'put'>,
  entries: readonly FileEntry[],
): Promise<CopyReport> {
  const lost: FileEntry[] = [];
  let copied = 0;
  for (const entry of entries) {
    const { commune, hash } = entry;
    if ((await to.findSize(commune, hash)) === entry.size) continue;
    const isThere = (await from.findSize(commune, hash)) !== undefined;
    if (isThere && (await to.put(commune, hash, from.read(commune, hash)))) copied += 1;
    else lost.push(entry);
  }
  return { copied, lost };
}

/** Files that are not in the place whole: read to their last byte. */
export async function listDamaged(
  place: Pick<FilePlace, 'findSize' | 'read'>,
  entries: readonly FileEntry[],
): Promise<FileEntry[]> {
  const damaged: FileEntry[] = [];
  for (const entry of entries) if ((await hashFile(place, entry)) !== entry.hash) damaged.push(entry);
  return damaged;
}

async function hashFile(
  place: Pick<FilePlace, 'findSize' | 'read'>,
  { commune, hash }: FileEntry,
): Promise<string | undefined> {
  if ((await place.findSize(commune, hash)) === undefined) return undefined;
  const digest = createHash('sha256');
  await pipeline(place.read(commune, hash), digest);
  return digest.digest('hex');
}
