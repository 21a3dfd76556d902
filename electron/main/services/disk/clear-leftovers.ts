import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Removes unfinished files (`*.next`) an earlier run left in these folders: each was to replace a whole one, which is still there. */
export async function clearLeftovers(folders: readonly string[]): Promise<number> {
  const names = await Promise.all(
    folders.map(async (folder) => (await readdir(folder).catch(() => [])).map((name) => join(folder, name))),
  );
  const left = names.flat().filter((path) => path.endsWith('.next'));
  await Promise.all(left.map((path) => rm(path, { force: true, recursive: true })));
  return left.length;
}
