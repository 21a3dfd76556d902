import { once } from 'node:events';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpPaths } from '#shared/contract/http.ts';
import { recordKey } from '#shared/sync/record.ts';
import { startServer, type RunningServer } from './start-server.ts';
import { asTold, newDocument, startTestProvince, TestPc, type TestProvince } from './test-office.ts';

describe('eight PCs writing at once', () => {
  let province: TestProvince;
  beforeAll(async () => {
    province = await startTestProvince();
  });
  afterAll(() => province.end());

  it('get numbers of one sequence without a hole, and a reader beside them misses none', async () => {
    const writers: TestPc[] = [];
    for (let i = 0; i < 8; i += 1) writers.push(await TestPc.join(province.server, 'na-lau'));
    const reader = await TestPc.join(province.server, 'na-lau');
    const shared = writers[0]!.change(newDocument());
    await writers[0]!.sync();
    const writing = { isOver: false };
    const before = reader.exchanges;
    const reading = (async () => {
      while (!writing.isOver) await reader.sync(5);
      return reader.exchanges - before;
    })();
    await Promise.all(
      writers.map(async (pc) => {
        for (let batch = 0; batch < 6; batch += 1) {
          for (let i = 0; i < 4; i += 1) pc.change(newDocument());
          pc.change({ type: 'document', id: shared.id, f: { note: `máy ${pc.dev}, lần ${batch}` }, base: 0 });
          await pc.sync(50);
        }
      }),
    );
    writing.isOver = true;
    expect(await reading).toBeGreaterThan(3);
    await reader.sync(5);
    const stored = await province.server.recordsOf('na-lau');
    expect(reader.records).toEqual(
      new Map(stored.map((record) => [recordKey(record.type, record.id), asTold(record)])),
    );
    const own = stored.filter(({ type }) => type === 'document').length;
    expect(own).toBe(8 * 6 * 4 + 1);
    expect(stored.at(-1)?.seq).toBe(reader.cookie.base);
    // Enrolments, the register and its lease, the head of the office, the shared record's first op, and every op once.
    expect(reader.cookie.base).toBe(9 + 2 + 1 + 1 + 8 * 6 * 5);
  });
});

describe('a server killed in the middle', () => {
  it('has everything it ever acknowledged, and goes on where each PC stands', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'hosoxa-kill-'));
    const first = await startServer({ dataDir });
    await first.createCommune({ id: 'na-lau', name: 'xã Nà Lầu', province: 'tỉnh Cao Bằng' });
    const pc = await TestPc.join(first, 'na-lau');
    const { port, url } = first;
    await first.stop();

    const acknowledged = new Set<string>();
    for (let round = 0; round < 2; round += 1) {
      const child = await spawnServer(dataDir, port);
      const killing = wait(300 + round * 170).then(() => killAll(child, dataDir));
      await writeUntilGone(pc, acknowledged);
      await killing;
    }
    const last: RunningServer = await startServer({ dataDir, port });
    expect(last.url).toBe(url);
    await pc.sync();
    const stored = new Set((await last.recordsOf('na-lau')).map(({ id }) => id));
    expect(acknowledged.size).toBeGreaterThan(10);
    expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
    expect(pc.records.size).toBe(stored.size);
    await last.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
});

/** Sends small batches until the line breaks; ids of acknowledged ops go into the set. */
async function writeUntilGone(pc: TestPc, acknowledged: Set<string>): Promise<void> {
  for (;;) {
    const ids = Array.from({ length: 5 }, () => pc.change(newDocument()).id);
    try {
      await pc.sync();
    } catch {
      return; // killed: these ops wait in the PC and are sent again
    }
    for (const id of ids) acknowledged.add(id);
  }
}

async function spawnServer(dataDir: string, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...process.env, HOSOXA_SERVER_DATA: dataDir, HOSOXA_PORT: String(port) },
    stdio: 'ignore',
  });
  for (let i = 0; i < 600; i += 1) {
    const isWell = await fetch(`http://127.0.0.1:${port}${httpPaths.health}`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isWell) return child;
    await wait(50);
  }
  throw new Error('the server did not start');
}

/** Server and database die at once, as in a power cut. */
async function killAll(child: ChildProcess, dataDir: string): Promise<void> {
  // The folder is free when the process is gone, not when it was told to go.
  const gone = once(child, 'exit');
  const database = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  child.kill('SIGKILL');
  process.kill(database, 'SIGKILL');
  await gone;
}
