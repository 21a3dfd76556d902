import { createHash } from 'node:crypto';
import { access, mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { syncFolder, writeFileAtomically } from './atomic-file.ts';

/** Where damaged and foreign things go. Nothing here is ever deleted by the program. */
export type SetAside = {
  /** Keeps a copy of bytes; the same bytes under the same name are kept once. True when they were not there yet. Only enciphered bytes belong here. */
  readonly keep: (name: string, bytes: Uint8Array) => Promise<boolean>;
  /** Moves a file or folder here, under a name of its own, and answers where it lies. */
  readonly move: (path: string, name?: string) => Promise<string>;
};

/** Makes the service on a folder, which appears with the first thing set aside. */
export function createSetAside(folder: string): SetAside {
  async function freePath(name: string): Promise<string> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (let count = 0; ; count += 1) {
      const path = join(folder, count === 0 ? name : `${name}.${String(count)}`);
      if (!(await isThere(path))) return path;
    }
  }
  return {
    async keep(name, bytes) {
      const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
      const path = join(folder, `${name}.${mark}`);
      if (await isThere(path)) return false;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFileAtomically(path, bytes);
      return true;
    },
    async move(path, name = basename(path)) {
      const target = await freePath(name);
      await rename(path, target);
      await syncFolder(folder);
      return target;
    },
  };
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
