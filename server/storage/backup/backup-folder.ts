import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncToDisk } from '../sync-to-disk.ts';

const PART = '.part';

/** A new backup's folder while it is written: `<yyyymmdd-hhmmss>.part` in UTC. What an interrupted one left goes. */
export async function openBackupFolder(root: string, atMs: number): Promise<string> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  for (const name of await readdir(root))
    if (name.endsWith(PART)) await rm(join(root, name), { recursive: true, force: true });
  const folder = join(root, `${await freeName(root, atMs)}${PART}`);
  await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 });
  return folder;
}

/** All parts are written: the backup gets its name, and has it when this returns. */
export async function closeBackupFolder(folder: string): Promise<string> {
  const name = folder.slice(0, -PART.length);
  await syncToDisk(join(folder, 'tables'), 'r');
  await syncToDisk(folder, 'r');
  await rename(folder, name);
  await syncToDisk(dirname(name), 'r');
  return name;
}

/** Two backups of one second get names that still sort by time. */
async function freeName(root: string, atMs: number): Promise<string> {
  const digits = new Date(atMs).toISOString().replace(/\D/g, '');
  const name = `${digits.slice(0, 8)}-${digits.slice(8, 14)}`;
  for (let i = 1; ; i += 1) {
    const candidate = i === 1 ? name : `${name}-${String(i).padStart(2, '0')}`;
    const isTaken = await stat(join(root, candidate)).then(
      () => true,
      () => false,
    );
    if (!isTaken) return candidate;
  }
}
