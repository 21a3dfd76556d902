/** The line comes back after an outage: every PC of a province sends some days of work at once (1,000 PCs with 500 ops each with --real, else every eighth of them). */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { Client } from 'undici';
import { httpPaths } from '#shared/contract/http.ts';
import { must } from '#shared/base/must.ts';
import { startServer } from '#server/start-server.ts';
import { openAsOwner } from '#server/storage/database.ts';
import { findRunningPostgres } from '#server/storage/embedded-postgres.ts';
import { cpuOf } from './cpu-use.ts';
import { report } from './report.ts';
import { StormOffice } from './storm-office.ts';

const IS_REAL = process.argv.includes('--real');
const PCS_OF_OFFICE = 8;
const ALL_OFFICES = 125;
const OFFICES = IS_REAL ? ALL_OFFICES : 15;
const OPS_OF_PC = 500;

/** Offices are founded this many at a time. */
const FOUNDING = 5;

/** A smaller storm meets a gate as much smaller, so that it is as full as in the whole one. */
const GATE = { inside: Math.round((400 * OFFICES) / ALL_OFFICES) };

/** Argument that makes this file the driver: the PCs, in a process of its own. */
const DRIVER = '--drive';

type Load = { readonly url: string; readonly pcs: readonly { readonly token: string; readonly body: Uint8Array }[] };

/** What the PCs saw. `healthMs`: the slowest answer to the question whether the server is well. */
type Driven = {
  readonly ms: number;
  readonly sentAway: number;
  readonly slowestMs: number;
  readonly healthMs: number;
  readonly cpuMs: number;
};

async function bench(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hosoxa-storm-'));
  const server = await startServer({ dataDir, gate: GATE, limits: { perAddress: 1_000_000 } });
  const owner = openAsOwner(must(await findRunningPostgres(dataDir), 'the database runs'));
  try {
    const offices: StormOffice[] = [];
    for (let from = 0; from < OFFICES; from += FOUNDING) {
      const names = Array.from({ length: Math.min(FOUNDING, OFFICES - from) }, (_, i) => `xa-${String(from + i + 1)}`);
      offices.push(...(await Promise.all(names.map((name) => StormOffice.found(server, owner, name, PCS_OF_OFFICE)))));
    }
    const pcs = offices.flatMap((office) => office.pcs);
    const load = { url: server.url, pcs: pcs.map((pc) => ({ token: pc.token, body: pc.batch(OPS_OF_PC) })) };
    const before = cpuOf(dataDir);
    const { ms, sentAway, slowestMs, healthMs, cpuMs } = await runDriver(load);
    const after = cpuOf(dataDir);
    const ops = pcs.length * OPS_OF_PC;
    const { rows } = await sql<{ taken: number; refused: number }>`
      select (select count(*) from audit where h >= ${0} and device = any(${pcs.map(({ dev }) => dev)})) as taken,
        (select count(*) from kept_outcome) as refused`.execute(owner);
    const founding = OFFICES * 41;
    const { taken, refused } = must(rows[0], 'one row');
    if (taken - founding !== ops || refused > 0)
      throw new Error(`of ${ops} ops ${String(taken)} were taken and ${String(refused)} refused`);
    const perSecond = ops / (ms / 1000);
    const all = ALL_OFFICES * PCS_OF_OFFICE * OPS_OF_PC;
    const measured = `${pcs.length} PCs with ${OPS_OF_PC} ops each took ${(ms / 1000).toFixed(1)} s; ${sentAway} times one was sent away as busy, the slowest answer took ${(slowestMs / 1000).toFixed(1)} s, the slowest of /health ${String(Math.round(healthMs))} ms; load of the machine ${(loadavg()[0] ?? 0).toFixed(1)}`;
    const note = IS_REAL ? measured : `computed for ${all} ops from the rate measured: ${measured}; --real runs all`;
    const share = (used: number): string => String(Math.round((used * 1000) / ops));
    const shares = `server ${share(after.server - before.server)}, postgres ${share(after.postgres - before.postgres)}, the PCs ${share(cpuMs)}`;
    process.stderr.write(`CPU microseconds an op: ${shares}\n`);
    report('storm', 'storm-s', Math.round(all / perSecond / 0.1) / 10, 's', note);
    report('storm', 'storm-ops-per-s', Math.round(perSecond), 'ops/s', measured);
  } finally {
    await owner.destroy();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function runDriver(load: Load): Promise<Driven> {
  return new Promise((resolve, reject) => {
    const driver = fork(fileURLToPath(import.meta.url), [DRIVER], {
      serialization: 'advanced',
      execArgv: ['--import', 'tsx'],
    });
    driver.once('message', (driven) => resolve(driven as Driven));
    driver.once('exit', (code) => reject(new Error(`the driver ended with ${code ?? 'a signal'}`)));
    driver.send(load);
  });
}

/** Every PC sends its work at the same moment on a connection of its own; one that is sent away comes again when it was told to. */
async function drive({ url, pcs }: Load): Promise<void> {
  const seen = { sentAway: 0, slowestMs: 0, healthMs: 0, isOver: false };
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  const watching = watchHealth(url, seen);
  await Promise.all(
    pcs.map(async ({ token, body }) => {
      const client = new Client(url, { pipelining: 1 });
      for (;;) {
        const sent = performance.now();
        const headers = { authorization: `D ${token}` };
        const answer = await client.request({ method: 'POST', path: httpPaths.sync, headers, body });
        await answer.body.arrayBuffer();
        if (answer.statusCode === 200) {
          seen.slowestMs = Math.max(seen.slowestMs, performance.now() - sent);
          break;
        }
        if (answer.statusCode !== 503) throw new Error(`status ${answer.statusCode}`);
        seen.sentAway += 1;
        await wait(Number(answer.headers['retry-after']) * 1000);
      }
      await client.close();
    }),
  );
  const ms = performance.now() - start;
  seen.isOver = true;
  await watching;
  const { sentAway, slowestMs, healthMs } = seen;
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpuMs = (user + system) / 1000;
  process.send?.({ ms, sentAway, slowestMs, healthMs, cpuMs } satisfies Driven);
  process.disconnect();
}

async function watchHealth(url: string, seen: { healthMs: number; isOver: boolean }): Promise<void> {
  while (!seen.isOver) {
    const asked = performance.now();
    const { status } = await fetch(url + httpPaths.health);
    if (status !== 200) throw new Error(`/health says ${status}`);
    seen.healthMs = Math.max(seen.healthMs, performance.now() - asked);
    await wait(250);
  }
}

if (process.argv.includes(DRIVER)) process.once('message', (load) => void drive(load as Load));
else await bench();
