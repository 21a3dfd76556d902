import { execFile } from 'node:child_process';
import { open, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MIB = 1024 * 1024;

/** A disk of its own that can really be full. */
export type SmallDisk = {
  readonly folder: string;
  readonly freeBytes: () => Promise<number>;
  /** Writes until so much is left, or nothing more goes in. */
  readonly fillUpTo: (leftBytes: number) => Promise<void>;
  /** Takes all filling away again. */
  readonly makeRoom: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** Mounts a disk of so many MiB in memory. Needs root on Linux; says so where that is not to be had. */
export async function mountSmallDisk(mib: number): Promise<SmallDisk> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new Error('a small disk can only be mounted as root on Linux');
  const folder = await mkdtemp(join(tmpdir(), 'hosoxa-disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', `size=${String(mib)}m,mode=700`, 'hosoxa-small-disk', folder]);
  const filling = join(folder, 'filling');
  const freeBytes = async (): Promise<number> => {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  };
  return {
    folder,
    freeBytes,
    async fillUpTo(leftBytes) {
      const file = await open(filling, 'a');
      try {
        for (let size = MIB; size >= 4096;) {
          if ((await freeBytes()) - leftBytes < size) size /= 4;
          else {
            const written = await file.write(Buffer.alloc(size, 7)).catch(() => undefined);
            if (written === undefined || written.bytesWritten < size) size /= 4;
          }
        }
      } finally {
        await file.close();
      }
    },
    makeRoom: () => rm(filling, { force: true }),
    async remove() {
      await run('umount', ['-l', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
