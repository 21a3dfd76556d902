import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import {
  ENTRIES_MAX,
  findRootPrefix,
  type PackageSource,
  type SourceFault,
  type SourceFile,
} from './package-source.ts';

/** A package as a folder. Links are named and not followed. */
export async function openFolderSource(folder: string): Promise<PackageSource> {
  const root = resolve(folder);
  const files: SourceFile[] = [];
  const faults: SourceFault[] = [];
  const walk = async (below: string): Promise<void> => {
    for (const entry of (await readdir(join(root, below), { withFileTypes: true })).sort(byName)) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (files.length >= ENTRIES_MAX) return;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) files.push({ path, size: (await lstat(join(root, path))).size });
      else faults.push({ code: 'not-a-file', where: path, detail: '' });
    }
  };
  await walk('');
  if (files.length >= ENTRIES_MAX) faults.push({ code: 'bomb', where: '', detail: String(files.length) });
  const prefix = findRootPrefix(files.map(({ path }) => path));
  return {
    name: basename(root),
    files: files.map(({ path, size }) => ({ path: path.slice(prefix.length), size })),
    faults,
    isReadable: files.length < ENTRIES_MAX,
    open: (path) => Promise.resolve(createReadStream(join(root, `${prefix}${path}`), { highWaterMark: 256 * 1024 })),
    close: () => Promise.resolve(),
  };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
