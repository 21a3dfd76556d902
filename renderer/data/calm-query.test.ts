import 'fake-indexeddb/auto';
import { Dexie, type Table } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { calmQuery } from './calm-query.ts';

const SOON = { timeout: 30_000 }; // a busy machine is no failure

type Paper = { readonly id: number; readonly title: string };

let db: Dexie & { papers: Table<Paper, number> };

beforeEach(async () => {
  db = new Dexie(`calm-${crypto.randomUUID()}`) as typeof db;
  db.version(1).stores({ papers: 'id', others: 'id' });
  await db.open();
});

afterEach(async () => {
  await db.delete();
});

test('a change is shown', async () => {
  const shown: number[] = [];
  const end = calmQuery(() => db.papers.count()).subscribe((count) => shown.push(count), fail);
  await vi.waitFor(() => {
    expect(shown).toStrictEqual([0]);
  }, SOON);
  await db.papers.add({ id: 1, title: 'a' });
  await vi.waitFor(() => {
    expect(shown).toStrictEqual([0, 1]);
  }, SOON);
  end();
});

test('a burst of changes is read a few times, and its last one is shown', async () => {
  let reads = 0;
  let shown = -1;
  const query = calmQuery(async () => {
    reads += 1;
    return (await db.papers.toArray()).length;
  });
  const end = query.subscribe((count) => (shown = count), fail);
  await vi.waitFor(() => {
    expect(shown).toBe(0);
  }, SOON);
  for (let id = 0; id < 100; id += 1) await db.papers.add({ id, title: 'a' });
  await vi.waitFor(() => {
    expect(shown).toBe(100);
  }, SOON);
  expect(reads).toBeLessThan(30);
  end();
});

test('subscribers share one reading, and one that comes later is told at once', async () => {
  let reads = 0;
  const query = calmQuery(async () => {
    reads += 1;
    return db.papers.toArray();
  });
  const [first, second, third] = [[], [], []] as (readonly Paper[])[][];
  const ends = [
    query.subscribe((rows) => first?.push(rows), fail),
    query.subscribe((rows) => second?.push(rows), fail),
  ];
  await vi.waitFor(() => {
    expect(second).toHaveLength(1);
  }, SOON);
  ends.push(query.subscribe((rows) => third?.push(rows), fail));
  expect(third?.[0]).toBe(first?.[0]);
  expect(query.getValue()).toBe(first?.[0]);
  expect(reads).toBe(1);
  for (const end of ends) end();
});

test('nothing is read after the last subscriber has gone', async () => {
  let reads = 0;
  const query = calmQuery(async () => {
    reads += 1;
    return db.papers.count();
  });
  const end = query.subscribe(() => undefined, fail);
  await vi.waitFor(() => {
    expect(query.hasValue()).toBe(true);
  }, SOON);
  end();
  const before = reads;
  await db.papers.add({ id: 1, title: 'a' });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(reads).toBe(before);
});

test('a query that fails says why', async () => {
  const failures: unknown[] = [];
  const end = calmQuery(() => Promise.reject(new TypeError('no such thing'))).subscribe(
    () => undefined,
    (error) => failures.push(error),
  );
  await vi.waitFor(() => {
    expect(failures).toHaveLength(1);
  }, SOON);
  end();
});

function fail(error: unknown): void {
  throw error;
}
