import { createHash } from 'node:crypto';
import { access, chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { isReachable, OPEN_FOLDER, type RunAs } from './postgres-program.ts';

/**
 * Folder of the database of a data folder: inside it, or below `/var/lib` when we are root and the user PostgreSQL runs as may not enter.
 * Databases put there whose data folder is gone (temporary folders of tests) are thrown away.
 */
export async function clusterFolder(dataDir: string, runAs: RunAs): Promise<string> {
  const inside = join(dataDir, 'postgres');
  if (runAs.uid === undefined) return inside;
  await chmod(dataDir, 0o711);
  if (await isReachable(dataDir, runAs)) return inside;
  await mkdir(OPEN_FOLDER, { recursive: true, mode: 0o755 });
  await dropOrphans();
  const outside = join(OPEN_FOLDER, `cluster-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`);
  await writeFile(`${outside}.home`, dataDir);
  return outside;
}

/** A database goes only when its data folder was a temporary one and is gone, and it does not run: another folder may be on a disk that is not mounted now. */
async function dropOrphans(): Promise<void> {
  const homes = (await readdir(OPEN_FOLDER)).filter((name) => /^cluster-[0-9a-f]{12}\.home$/.test(name));
  for (const name of homes) {
    const home = join(OPEN_FOLDER, name);
    const cluster = home.slice(0, -'.home'.length);
    const dataDir = await readFile(home, 'utf8').catch(() => '/');
    if (!dataDir.startsWith(tmpdir() + sep)) continue;
    if ((await exists(dataDir)) || (await exists(join(cluster, 'postmaster.pid')))) continue;
    await rm(cluster, { recursive: true, force: true });
    await rm(home, { force: true });
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
