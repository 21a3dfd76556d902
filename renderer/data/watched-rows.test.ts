import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { must } from '#shared/base/must.ts';
import { FakeCommune, type FakePc } from '#renderer/platform/fake-office.ts';
import { fakePaper } from '#renderer/platform/fake-paper.ts';
import { syncOnce } from '#renderer/sync/sync-once.ts';
import { registerDocument, saveDocument } from './documents/document-repository.ts';
import type { DocumentRow } from './rows.ts';
import { WatchedRows, type ReadRows } from './watched-rows.ts';

const SOON = { timeout: 30_000 }; // a busy machine is no failure

let pc: FakePc;
let ids: readonly string[];
let told: ReadRows[];
let watched: WatchedRows;

beforeEach(async () => {
  pc = await new FakeCommune().addPc(1);
  await syncOnce(pc);
  const made: string[] = [];
  for (let i = 0; i < 40; i += 1) {
    const saved = await registerDocument(pc.office, fakePaper(`${String(i)}-CV/TU`), []);
    if (saved.ok) made.push(saved.value.id);
  }
  ids = made;
  told = [];
  watched = new WatchedRows(pc.office, 'documents', (rows) => told.push(rows), fail);
});
afterEach(() => watched.want([]));

function fail(error: unknown): never {
  throw error as Error;
}

function shown(): ReadonlyMap<string, string> {
  return new Map([...(told.at(-1) ?? [])].map(([id, row]) => [id, (row as DocumentRow).symbol]));
}

async function waitFor(wanted: readonly string[]): Promise<void> {
  await vi.waitFor(() => {
    expect(wanted.filter((id) => !shown().has(id))).toStrictEqual([]);
  }, SOON);
}

test('all rows that are wanted come, those in the middle first and never many at once', async () => {
  watched.want(ids);
  await waitFor(ids);
  const sizes = told.map(({ size }) => size);
  expect(Math.max(...sizes.map((size, i) => size - (sizes[i - 1] ?? 0)))).toBeLessThanOrEqual(12);
  const first = [...must(told[0], 'rows came').keys()].map((id) => ids.indexOf(id));
  expect([Math.min(...first), Math.max(...first)]).toStrictEqual([14, 25]);
  expect(shown().get(must(ids[39], 'there are forty'))).toBe('39-CV/TU');
});

test('a row that stays in view is not read again, one that comes into view is', async () => {
  watched.want(ids.slice(0, 12));
  await waitFor(ids.slice(0, 12));
  const read: string[] = [];
  pc.office.db.documents.hook('reading', (row) => {
    read.push(row.id);
    return row;
  });
  watched.want(ids.slice(4, 16));
  await waitFor(ids.slice(4, 16));
  expect(read.sort()).toStrictEqual(ids.slice(12, 16).sort());
});

test('a change of any row in view is shown, wherever it was read', async () => {
  watched.want(ids.slice(0, 30));
  await waitFor(ids.slice(0, 30));
  for (const id of [must(ids[0], 'first'), must(ids[29], 'last')]) {
    const row = must(await pc.office.db.documents.get(id), 'it was registered');
    await saveDocument(pc.office, id, { symbol: `Sửa ${row.symbol}` }, row.seq);
    await vi.waitFor(() => {
      expect(shown().get(id)).toBe(`Sửa ${row.symbol}`);
    }, SOON);
  }
});

test('nothing is told any more of rows that are not wanted', async () => {
  watched.want(ids.slice(0, 10));
  await waitFor(ids.slice(0, 10));
  watched.want(ids.slice(20, 30));
  await waitFor(ids.slice(20, 30));
  expect([...shown().keys()].filter((id) => ids.indexOf(id) < 20)).toStrictEqual([]);
});
