import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { appendFile, copyFile, link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import type { DataStore } from '@tus/server';
import { syncToDisk } from './sync-to-disk.ts';

/** Place of a verified file under the folder of files. */
export function storedPath(root: string, commune: string, hash: string): string {
  return join(root, 'stored', commune, hash.slice(0, 2), hash);
}

/** Where files lie: `incoming/<commune>/<hash>` while they arrive (written by tus), `stored/<commune>/<aa>/<hash>` once verified. */
export type FileFolder = {
  /** Into which tus writes what arrives; an upload's id is `<commune>/<hash>`. */
  readonly uploads: DataStore;
  /** Bytes arrived of a file, or `undefined` when none has begun. */
  readonly arrivedBytes: (commune: string, hash: string) => Promise<number | undefined>;
  /** Adds bytes behind what has arrived of a file; how many bytes that are then. */
  readonly appendArrived: (commune: string, hash: string, bytes: Uint8Array) => Promise<number>;
  /** SHA-256 of what has arrived. */
  readonly hashArrived: (commune: string, hash: string) => Promise<string>;
  /** Moves a verified file to its place; it is on the disk when this returns. */
  readonly keepArrived: (commune: string, hash: string) => Promise<void>;
  /** Gives a verified file of one commune to another: one set of bytes where the disk can, else a copy. Again is the same; false when the bytes are gone. */
  readonly share: (from: string, to: string, hash: string) => Promise<boolean>;
  readonly dropArrived: (commune: string, hash: string) => Promise<void>;
  /** Throws out what began before `before` (milliseconds) and never ended. */
  readonly dropStale: (before: number) => Promise<void>;
  readonly read: (commune: string, hash: string, range: { readonly start: number; readonly end: number }) => ReadStream;
};

export function createFileFolder(root: string): FileFolder {
  const incoming = join(root, 'incoming');
  const arriving = (commune: string, hash: string): string => join(incoming, commune, hash);
  const drop = async (path: string): Promise<void> => {
    await rm(path, { force: true });
    await rm(`${path}.json`, { force: true });
  };
  return {
    uploads: new FileStore({ directory: incoming }),
    arrivedBytes: (commune, hash) =>
      stat(arriving(commune, hash)).then(
        ({ size }) => size,
        () => undefined,
      ),
    async appendArrived(commune, hash, bytes) {
      const path = arriving(commune, hash);
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, bytes);
      return (await stat(path)).size;
    },
    async hashArrived(commune, hash) {
      const digest = createHash('sha256');
      await pipeline(createReadStream(arriving(commune, hash)), digest);
      return digest.digest('hex');
    },
    async keepArrived(commune, hash) {
      const target = storedPath(root, commune, hash);
      await mkdir(dirname(target), { recursive: true });
      await syncToDisk(arriving(commune, hash), 'r+');
      await rename(arriving(commune, hash), target);
      await syncToDisk(dirname(target), 'r');
      await drop(arriving(commune, hash));
    },
    async share(from, to, hash) {
      const [source, target] = [storedPath(root, from, hash), storedPath(root, to, hash)];
      if (await isThere(target)) return true;
      if (!(await isThere(source))) return false;
      await mkdir(dirname(target), { recursive: true });
      await link(source, target).catch((failure: unknown) => copyInstead(source, target, failure));
      await syncToDisk(dirname(target), 'r');
      return true;
    },
    dropArrived: (commune, hash) => drop(arriving(commune, hash)),
    async dropStale(before) {
      const entries = await readdir(incoming, { recursive: true, withFileTypes: true }).catch(() => []);
      for (const entry of entries.filter((each) => each.isFile() && !each.name.endsWith('.json'))) {
        const path = join(entry.parentPath, entry.name);
        if ((await stat(path)).mtimeMs < before) await drop(path);
      }
    },
    read: (commune, hash, range) => createReadStream(storedPath(root, commune, hash), range),
  };
}

/** Links may be unknown to the disk, or too many: any cause is answered with a copy, unless another node was quicker. */
async function copyInstead(source: string, target: string, failure: unknown): Promise<void> {
  if ((failure as NodeJS.ErrnoException).code === 'EEXIST') return;
  const part = `${target}.${String(process.pid)}.part`;
  await copyFile(source, part);
  await syncToDisk(part, 'r+');
  await rename(part, target);
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
