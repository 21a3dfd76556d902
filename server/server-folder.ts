import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Folder of the server's data when none is named. */
export const DEFAULT_FOLDER = join(homedir(), '.local/share/ho-so-xa-server');

/** A data folder is in use by this process. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken';

  constructor(readonly pid: number) {
    super(`folder in use by process ${pid}`);
  }
}

/** Takes the data folder for this process, so that two servers never start two databases in it. The function given back lets it go. */
export async function takeFolder(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, 'server.pid');
  const holder = await findHolder(dataDir);
  if (holder !== undefined) throw new FolderTaken(holder);
  await writeFile(path, String(process.pid));
  return () => rm(path, { force: true });
}

/** Process that uses the folder now, if any. */
export async function findHolder(dataDir: string): Promise<number | undefined> {
  const pid = Number(await readFile(join(dataDir, 'server.pid'), 'utf8').catch(() => ''));
  if (!Number.isInteger(pid) || pid < 1) return undefined;
  return (await isNodeProcess(pid)) ? pid : undefined;
}

/** A number left by a killed server may belong to another program by now. */
async function isNodeProcess(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'node');
  return command.includes('node') || command.includes('server');
}
