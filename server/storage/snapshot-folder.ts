import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { syncToDisk } from './sync-to-disk.ts';

/** Where chunks of snapshots lie, beside the files: `snapshots/<stream>/<hash>`. On a folder that all nodes share, each serves what another built. */
export type SnapshotFolder = {
  /** Keeps a chunk; it is on the disk when this gives its SHA-256. */
  readonly keep: (stream: string, bytes: Uint8Array) => Promise<string>;
  /** Bytes of a chunk, or `undefined` when it is not (or no longer) there. */
  readonly findSize: (stream: string, hash: string) => Promise<number | undefined>;
  readonly read: (stream: string, hash: string, range: { readonly start: number; readonly end: number }) => ReadStream;
  /** Throws out a stream's chunks that are not among `kept` and were last written before `before` (milliseconds): whoever was loading them has had time. */
  readonly dropOthers: (stream: string, kept: readonly string[], before: number) => Promise<void>;
};

/** Makes the folder's keeper. `root`: the folder of files. */
export function createSnapshotFolder(root: string): SnapshotFolder {
  // A colon is no character of a file name everywhere; a stream's name has no other that is not.
  const folderOf = (stream: string): string => join(root, 'snapshots', stream.replaceAll(':', '+'));
  return {
    async keep(stream, bytes) {
      const folder = folderOf(stream);
      const hash = createHash('sha256').update(bytes).digest('hex');
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const part = join(folder, `${hash}.${String(process.pid)}.part`);
      await writeFile(part, bytes, { mode: 0o600 });
      await syncToDisk(part, 'r+');
      await rename(part, join(folder, hash));
      await syncToDisk(folder, 'r');
      return hash;
    },
    findSize: (stream, hash) =>
      stat(join(folderOf(stream), hash)).then(
        ({ size }) => size,
        () => undefined,
      ),
    read: (stream, hash, range) => createReadStream(join(folderOf(stream), hash), range),
    async dropOthers(stream, kept, before) {
      const folder = folderOf(stream);
      for (const name of await readdir(folder).catch(() => [])) {
        if (kept.includes(name)) continue;
        const { mtimeMs } = await stat(join(folder, name));
        if (mtimeMs < before) await rm(join(folder, name), { force: true });
      }
    },
  };
}
