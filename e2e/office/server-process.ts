import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { httpPaths } from '#shared/contract/http.ts';

const START_MS = 20_000;

/** Starts the bundled server as a process of its own; well when this returns. The program must have been built; `env`: settings beside folder and port. */
export async function spawnServer(
  dataDir: string,
  port: number,
  env: Readonly<Record<string, string>> = {},
  program = 'out/server/main.mjs',
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, ...env, HOSOXA_SERVER_DATA: dataDir, HOSOXA_PORT: String(port) },
    stdio: 'ignore',
  });
  await untilWell(port, () => true);
  return child;
}

/** A port of this machine that nobody has. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Waits until the server answers that it is well, and this holds too. */
export async function untilWell(port: number, also: () => boolean): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    const isWell = await fetch(`http://127.0.0.1:${port}${httpPaths.health}`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isWell && also()) return;
    await wait(20);
  }
  throw new Error(`the server did not come back ${also() ? '' : 'with another database'}`);
}

/** Process of the database, from its own note; 0 while there is none. */
export function databasePid(dataDir: string): number {
  try {
    return Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return 0;
  }
}

/** Ends the server, and its database should it have been left alone. */
export async function endServer(server: ChildProcess, dataDir: string): Promise<void> {
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await Promise.race([gone, wait(8000)]);
  const left = databasePid(dataDir);
  server.kill('SIGKILL');
  if (left > 0)
    try {
      process.kill(left, 'SIGKILL');
    } catch {
      // already gone
    }
}
