import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { appendFile, copyFile, link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FileStore } from '@tus/file-store';
import type { FilePlace } from './file-place.ts';
import { syncToDisk } from './sync-to-disk.ts';
import { isPut, verified } from './verified-bytes.ts';

/** Place of a verified file under the folder of files. */
export function storedPath(root: string, commune: string, hash: string): string {
  return join(root, 'stored', commune, hash.slice(0, 2), hash);
}

/**
 * Files in a folder: `incoming/<commune>/<hash>` while they arrive (written by tus), `stored/<commune>/<aa>/<hash>` once verified. Shared ones are one set of bytes
 * where the disk can, else copies.
 */
export function createFileFolder(root: string): FilePlace {
  const incoming = join(root, 'incoming');
  const arriving = (commune: string, hash: string): string => join(incoming, commune, hash);
  const drop = async (path: string): Promise<void> => {
    await rm(path, { force: true });
    await rm(`${path}.json`, { force: true });
  };
  return {
    uploads: new FileStore({ directory: incoming }),
    arrivedBytes: (commune, hash) => sizeOf(arriving(commune, hash)),
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
      if ((await sizeOf(target)) !== undefined) return true;
      if ((await sizeOf(source)) === undefined) return false;
      await mkdir(dirname(target), { recursive: true });
      await link(source, target).catch((failure: unknown) => copyInstead(source, target, failure));
      await syncToDisk(dirname(target), 'r');
      return true;
    },
    async bringArrived(from, to) {
      const names = await readdir(join(incoming, from)).catch(() => []);
      await mkdir(join(incoming, to), { recursive: true });
      for (const hash of new Set(names.map((name) => name.replace(/\.json$/, '')))) {
        const [source, target] = [arriving(from, hash), arriving(to, hash)];
        const isThere = [await sizeOf(target), await sizeOf(storedPath(root, to, hash))].some(
          (size) => size !== undefined,
        );
        // What tus noted of it first: bytes without that note cannot be gone on with. A file the disk will not move begins anew.
        if (isThere) await drop(source);
        else for (const ending of ['.json', '']) await rename(source + ending, target + ending).catch(() => undefined);
      }
    },
    dropArrived: (commune, hash) => drop(arriving(commune, hash)),
    async dropStale(before) {
      const entries = await readdir(incoming, { recursive: true, withFileTypes: true }).catch(() => []);
      for (const entry of entries.filter((each) => each.isFile() && !each.name.endsWith('.json'))) {
        const path = join(entry.parentPath, entry.name);
        if ((await stat(path)).mtimeMs < before) await drop(path);
      }
    },
    findSize: (commune, hash) => sizeOf(storedPath(root, commune, hash)),
    read: (commune, hash, range) => createReadStream(storedPath(root, commune, hash), range),
    async put(commune, hash, bytes) {
      const target = storedPath(root, commune, hash);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      const part = `${target}.part`;
      if (!(await isPut(pipeline(verified(bytes, hash), createWriteStream(part, { mode: 0o600 }))))) {
        await rm(part, { force: true });
        return false;
      }
      await syncToDisk(part, 'r+');
      await rename(part, target);
      await syncToDisk(dirname(target), 'r');
      return true;
    },
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

function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
}
