import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { storedPath } from '../file-folder.ts';
import { syncToDisk } from '../sync-to-disk.ts';

/** A file of a commune as the province's table has it. */
export type FileEntry = { readonly commune: string; readonly hash: string; readonly size: number };

/** What copying did. `lost`: files whose bytes are not there or not theirs. */
export type CopyReport = { readonly copied: number; readonly lost: readonly FileEntry[] };

/**
 * Brings every file that is not yet there from one folder of files to another. Files are named by their hashes and never change, so what is there
 * with its size stays. Each is hashed on the way and put in its place only when it is what its name says.
 */
export async function copyFiles(from: string, to: string, entries: readonly FileEntry[]): Promise<CopyReport> {
  const lost: FileEntry[] = [];
  let copied = 0;
  for (const entry of entries) {
    const target = storedPath(to, entry.commune, entry.hash);
    if ((await sizeOf(target)) === entry.size) continue;
    if (await copyFile(storedPath(from, entry.commune, entry.hash), target, entry.hash)) copied += 1;
    else lost.push(entry);
  }
  return { copied, lost };
}

/** Files that are not in the folder whole: read to their last byte. */
export async function listDamaged(folder: string, entries: readonly FileEntry[]): Promise<FileEntry[]> {
  const damaged: FileEntry[] = [];
  for (const entry of entries) {
    const hash = await hashFile(storedPath(folder, entry.commune, entry.hash));
    if (hash !== entry.hash) damaged.push(entry);
  }
  return damaged;
}

async function copyFile(source: string, target: string, hash: string): Promise<boolean> {
  if ((await sizeOf(source)) === undefined) return false;
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const part = `${target}.part`;
  const digest = createHash('sha256');
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(createReadStream(source), measure, createWriteStream(part, { mode: 0o600 }));
  if (digest.digest('hex') !== hash) {
    await rm(part, { force: true });
    return false;
  }
  await syncToDisk(part, 'r+');
  await rename(part, target);
  await syncToDisk(dirname(target), 'r');
  return true;
}

async function hashFile(path: string): Promise<string | undefined> {
  if ((await sizeOf(path)) === undefined) return undefined;
  const digest = createHash('sha256');
  await pipeline(createReadStream(path), digest);
  return digest.digest('hex');
}

function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
}
