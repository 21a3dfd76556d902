import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SnapshotPlace } from './file-place.ts';
import { syncToDisk } from './sync-to-disk.ts';

/** Chunks of snapshots in a folder: `snapshots/<stream>/<hash>` beside the files. `root`: the folder of files. */
export function createSnapshotFolder(root: string): SnapshotPlace {
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
