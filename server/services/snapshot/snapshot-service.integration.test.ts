import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { communeStream } from '#shared/entities.ts';
import { openAsApp, type Database } from '#server/storage/database.ts';
import { findRunningPostgres } from '#server/storage/embedded-postgres.ts';
import { createSnapshotFolder } from '#server/storage/snapshot-folder.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { newDocument, TestPc } from '#server/test-office.ts';
import { createSnapshotService, SNAPSHOT_POLICY } from './snapshot-service.ts';

const COMMUNE = 'na-lau';
let room: string;
let server: RunningServer;
let db: Database;
let pc: TestPc;

beforeAll(async () => {
  room = mkdtempSync(join(tmpdir(), 'hosoxa-snapshot-service-'));
  server = await startServer({ dataDir: join(room, 'server') });
  await server.createCommune({ id: COMMUNE, name: 'xã Nà Lầu', province: 'tỉnh Cao Bằng' });
  pc = await TestPc.join(server, COMMUNE);
  db = openAsApp(must(await findRunningPostgres(join(room, 'server')), 'the database runs'));
});

afterAll(async () => {
  await db.destroy();
  await server.stop();
  rmSync(room, { recursive: true, force: true });
});

/** Sends papers; how the stream stands then. */
async function send(count: number): Promise<{ id: string; seq: number; epoch: string }> {
  for (let i = 0; i < count; i += 1) pc.change(newDocument());
  await pc.sync();
  const id = communeStream(COMMUNE);
  const row = await server.recordsOf(COMMUNE);
  return { id, seq: Math.max(...row.map(({ seq }) => seq)), epoch: 'any' };
}

it('lets a snapshot nobody asked for wait while PCs wait for the server, and builds at once for who asks', async () => {
  let isBusy = true;
  const begun: string[] = [];
  const place = createSnapshotFolder(join(room, 'files'));
  const service = createSnapshotService({
    db,
    place: { ...place, keep: (stream, bytes) => (begun.push(stream), place.keep(stream, bytes)) },
    now: Date.now,
    policy: { ...SNAPSHOT_POLICY, from: 10, renewAfter: 10 },
    isBusy: () => isBusy,
    onFailure: (cause) => {
      throw cause;
    },
  });
  const far = async (): Promise<void> => {
    service.note(COMMUNE, [await send(1)]);
    service.note(COMMUNE, [await send(12)]);
  };
  await far();
  await new Promise((done) => setTimeout(done, 1500));
  expect(begun).toEqual([]);
  expect((await service.list({ dev: 1, commune: COMMUNE })).length).toBe(1);
  const asked = begun.length;
  expect(asked).toBeGreaterThan(0);
  await send(1);
  isBusy = false;
  await expect.poll(() => begun.length, { timeout: 5000 }).toBeGreaterThan(asked);
  await service.stop();
});
