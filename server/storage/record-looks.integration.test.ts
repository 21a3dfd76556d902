import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { communeStream } from '#shared/entities.ts';
import { startServer, type RunningServer } from '#server/start-server.ts';
import { newDocument, TestPc } from '#server/test-office.ts';
import { inCommune, openAsApp, openAsOwner, type Database } from './database.ts';
import { findRunningPostgres } from './embedded-postgres.ts';
import { listForBatch, listRecordsAfter } from './sync-reader.ts';

const COMMUNE = 'na-lau';
const STREAM = communeStream(COMMUNE);
const PAPERS = 400;
let dataDir: string;
let server: RunningServer;
let db: Database;
let owner: Database;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'hosoxa-looks-'));
  server = await startServer({ dataDir });
  await server.createCommune({ id: COMMUNE, name: 'xã Nà Lầu', province: 'tỉnh Cao Bằng' });
  const url = must(await findRunningPostgres(dataDir), 'the database runs');
  owner = openAsOwner(url);
  // One connection, so that every statement has the plan that was made first.
  db = openAsApp(url, 1);
});

afterAll(async () => {
  await db.destroy();
  await owner.destroy();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Entries of the indexes of `record` that were read so far, by index. */
async function readEntries(): Promise<Record<string, number>> {
  await sql`select pg_stat_force_next_flush()`.execute(db);
  await sql`select 1`.execute(db);
  const { rows } = await sql<{ name: string; entries: number }>`
    select indexrelname as name, idx_tup_read as entries from pg_stat_user_indexes where relname = 'record'`.execute(
    owner,
  );
  return Object.fromEntries(rows.map(({ name, entries }) => [name, entries]));
}

async function entriesReadBy(work: () => Promise<unknown>): Promise<(index: string) => number> {
  const before = await readEntries();
  await work();
  const after = await readEntries();
  return (index) => must(after[index], 'the index is there') - must(before[index], 'the index is there');
}

it('looks at one entry of the key for a record, however full its stream, by a plan made while the table was empty', async () => {
  const look = (ids: readonly string[]) =>
    inCommune(db, COMMUNE, (trx) =>
      listForBatch(
        trx,
        STREAM,
        ids.map((id) => ({ type: 'document', id })),
        ['register', 'ledgerEntry'],
      ),
    );
  const pull = () => inCommune(db, COMMUNE, (trx) => listRecordsAfter(trx, STREAM, PAPERS - 10, 5));
  await look([]);
  await pull();
  const pc = await TestPc.join(server, COMMUNE);
  for (let i = 0; i < PAPERS; i += 1) pc.change(newDocument());
  await pc.sync();
  const ids = (await server.recordsOf(COMMUNE)).filter(({ type }) => type === 'document').map(({ id }) => id);
  expect(ids.length).toBe(PAPERS);

  const some = ids.slice(0, 50);
  const looked = await entriesReadBy(async () => expect((await look(some)).records.length).toBeGreaterThan(49));
  expect(looked('record_by_seq')).toBe(0);
  expect(looked('record_pkey')).toBeLessThan(3 * some.length);

  const pulled = await entriesReadBy(async () => expect((await pull()).length).toBe(5));
  expect(pulled('record_by_seq')).toBeLessThan(20);
});
