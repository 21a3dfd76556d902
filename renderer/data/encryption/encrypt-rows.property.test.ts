import 'fake-indexeddb/auto';
import { Dexie, liveQuery, type Table } from 'dexie';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { must } from '#shared/base/must.ts';
import { DamagedRowError } from './damaged-row-error.ts';
import { encryptRows, type SealedRow } from './encrypt-rows.ts';
import { createRowCipher, type RowKey } from './row-cipher.ts';

type Paper = {
  readonly id: string;
  readonly stream: string;
  readonly flags: readonly string[];
  readonly abstract?: string;
  readonly number?: number | null;
  readonly used?: Uint8Array;
  readonly deep?: unknown;
};

class SealedStore extends Dexie {
  declare papers: Table<Paper, string>;
  declare shadows: Table<{ type: string; id: string; c: unknown }, [string, string]>;

  constructor(name: string, keys: readonly RowKey[], onDamaged: (error: DamagedRowError) => void = () => undefined) {
    super(name, { cache: 'disabled' });
    this.version(1).stores({ papers: 'id, stream, *flags', shadows: '[type+id]' });
    const cipher = createRowCipher(keys);
    cipher.onDamaged(onDamaged);
    encryptRows(this, cipher);
  }
}

const keys: readonly RowKey[] = [{ id: 7, key: crypto.getRandomValues(new Uint8Array(32)) }];
const opened: Dexie[] = [];
let serial = 0;

async function openStore(onDamaged?: (error: DamagedRowError) => void, name?: string): Promise<SealedStore> {
  serial += 1;
  const store = new SealedStore(name ?? `sealed-${String(serial)}`, keys, onDamaged);
  opened.push(store);
  await store.open();
  return store;
}

afterEach(async () => {
  for (const store of opened.splice(0)) await store.delete();
});

const value = fc.jsonValue({ maxDepth: 3 }).map((each) => JSON.parse(JSON.stringify(each)) as unknown);
const paper: fc.Arbitrary<Paper> = fc.record(
  {
    id: fc.uuid(),
    stream: fc.constantFrom('commune:a', 'local'),
    flags: fc.uniqueArray(fc.constantFrom('pending', 'unnumbered')),
    abstract: fc.string({ unit: 'grapheme', maxLength: 300 }),
    number: fc.option(fc.integer()),
    used: fc.uint8Array({ maxLength: 400 }),
    deep: value,
  },
  { requiredKeys: ['id', 'stream', 'flags'] },
);
const papers = fc.uniqueArray(paper, { selector: ({ id }) => id, maxLength: 25 });

const byId = (rows: readonly Paper[]): Paper[] => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** What lies in IndexedDB itself. */
function rawRows(store: Dexie, table: string): Promise<SealedRow[]> {
  return new Promise((resolve) => {
    const request = store.backendDB().transaction(table).objectStore(table).getAll();
    request.onsuccess = () => {
      resolve(request.result as SealedRow[]);
    };
  });
}

function putRaw(store: Dexie, table: string, row: unknown): Promise<void> {
  return new Promise((resolve) => {
    const transaction = store.backendDB().transaction(table, 'readwrite');
    transaction.objectStore(table).put(row);
    transaction.oncomplete = () => {
      resolve();
    };
  });
}

describe('an enciphered store', () => {
  it('gives back everything written, by every way of reading', async () => {
    await fc.assert(
      fc.asyncProperty(papers, async (rows) => {
        const store = await openStore();
        await store.papers.bulkPut(rows);
        const sorted = byId(rows);
        expect(await store.papers.orderBy('id').toArray()).toEqual(sorted);
        expect(await store.papers.bulkGet(rows.map(({ id }) => id))).toEqual(rows);
        expect(await store.papers.count()).toBe(rows.length);
        expect(byId(await store.papers.filter(({ stream }) => stream === 'local').toArray())).toEqual(
          sorted.filter(({ stream }) => stream === 'local'),
        );
        expect(byId(await store.papers.where('flags').equals('pending').toArray())).toEqual(
          sorted.filter(({ flags }) => flags.includes('pending')),
        );
        expect(await store.papers.reverse().limit(3).toArray()).toEqual(sorted.toReversed().slice(0, 3));
        expect(await store.papers.where('stream').equals('local').primaryKeys()).toEqual(
          sorted.filter(({ stream }) => stream === 'local').map(({ id }) => id),
        );
        const seen: Paper[] = [];
        await store.papers.each((row) => seen.push(row));
        expect(seen).toEqual(sorted);
        for (const row of rows.slice(0, 2)) expect(await store.papers.get(row.id)).toEqual(row);
      }),
      { numRuns: 40 },
    );
  });

  it('changes and deletes rows as the plain one does', async () => {
    await fc.assert(
      fc.asyncProperty(papers, fc.string({ unit: 'grapheme' }), async (rows, text) => {
        const store = await openStore();
        await store.papers.bulkAdd(rows);
        await store.papers.where('stream').equals('local').modify({ abstract: text });
        await store.papers.where('flags').equals('unnumbered').delete();
        const expected = rows
          .filter(({ flags }) => !flags.includes('unnumbered'))
          .map((row) => (row.stream === 'local' ? { ...row, abstract: text } : row));
        expect(byId(await store.papers.toArray())).toEqual(byId(expected));
        const [first] = expected;
        if (first === undefined) return;
        await store.papers.update(first.id, { number: 12 });
        expect(await store.papers.get(first.id)).toEqual({ ...first, number: 12 });
        await expect(store.papers.add(first)).rejects.toMatchObject({ name: 'ConstraintError' });
        await store.papers.clear();
        expect(await store.papers.count()).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves nothing of a row readable but keys, streams and flags', async () => {
    const store = await openStore();
    const secret = 'Nguyễn Thị Mẫu sinh 1961-04-30 số thẻ 123456789012';
    await store.papers.put({ id: 'a', stream: 'local', flags: ['pending'], abstract: secret, deep: { secret } });
    await store.shadows.put({ type: 'member', id: 'b', c: { name: { e: secret } } });
    const [row] = await rawRows(store, 'papers');
    expect(Object.keys(must(row, 'one row was put')).sort()).toEqual(['c', 'flags', 'id', 'stream']);
    const [shadow] = await rawRows(store, 'shadows');
    expect(Object.keys(must(shadow, 'one row was put')).sort()).toEqual(['c', 'id', 'type']);
    const bytes = [row, shadow].map((each) => Buffer.from(must(each, 'both were put').c).toString('latin1')).join('');
    for (const part of ['Nguy', '1961', '1234567', 'abstract', 'local', 'pending', 'name'])
      expect(bytes).not.toContain(part);
  });

  it('never enciphers the same row to the same bytes', async () => {
    const store = await openStore();
    const row: Paper = { id: 'a', stream: 'local', flags: [], abstract: 'x' };
    const all = new Set<string>();
    for (let i = 0; i < 300; i += 1) {
      await store.papers.put(row);
      all.add(Buffer.from(must((await rawRows(store, 'papers'))[0], 'it was put').c.slice(4, 28)).toString('hex'));
    }
    expect(all.size).toBe(300);
  });

  it('tells live queries of changes', async () => {
    const store = await openStore();
    const seen: number[] = [];
    const subscription = liveQuery(() => store.papers.where('flags').equals('pending').toArray()).subscribe((rows) =>
      seen.push(rows.length),
    );
    await expect.poll(() => seen).toEqual([0]);
    await store.papers.put({ id: 'a', stream: 'local', flags: ['pending'] });
    await expect.poll(() => seen.at(-1)).toBe(1);
    await store.papers.update('a', { flags: [] });
    await expect.poll(() => seen.at(-1)).toBe(0);
    subscription.unsubscribe();
  });
});

describe('a row that is not what was written there', () => {
  const good: Paper = { id: 'good', stream: 'local', flags: ['pending'], abstract: 'còn' };
  const bad: Paper = { id: 'bad', stream: 'local', flags: ['pending'], abstract: 'hỏng' };

  it.each([
    ['has a flipped bit', (row: SealedRow) => ({ ...row, c: flip(row.c, 40) })],
    ['has another nonce', (row: SealedRow) => ({ ...row, c: flip(row.c, 10) })],
    ['is of a key that is not here', (row: SealedRow) => ({ ...row, c: flip(row.c, 3) })],
    ['is cut', (row: SealedRow) => ({ ...row, c: row.c.slice(0, 30) })],
    ['is empty', (row: SealedRow) => ({ ...row, c: new Uint8Array(0) })],
    ['is plain', () => bad],
  ])('%s: it is reported, screens go on without it, writes fail with a typed error', async (_name, damage) => {
    const reported: string[] = [];
    const store = await openStore(({ table }) => reported.push(table));
    await store.papers.bulkPut([good, bad]);
    const stored = (await rawRows(store, 'papers')).find(({ id }) => id === 'bad');
    await putRaw(store, 'papers', damage(must(stored, 'it was put')));
    expect(await store.papers.toArray()).toEqual([good]);
    expect(await store.papers.filter(() => true).toArray()).toEqual([good]);
    expect(await store.papers.bulkGet(['bad', 'good'])).toEqual([undefined, good]);
    expect(await store.papers.get('bad')).toBeUndefined();
    expect(new Set(reported)).toEqual(new Set(['papers']));
    await expect(store.transaction('rw', store.papers, async () => store.papers.get('bad'))).rejects.toBeInstanceOf(
      DamagedRowError,
    );
    await expect(store.papers.update('bad', { abstract: 'x' })).rejects.toBeInstanceOf(DamagedRowError);
  });

  it('was swapped with another row of the same table, or of another table', async () => {
    let reported = 0;
    const store = await openStore(() => (reported += 1));
    await store.papers.bulkPut([good, bad]);
    const raw = await rawRows(store, 'papers');
    const of = (id: string): SealedRow =>
      must(
        raw.find((row) => row['id'] === id),
        'it was put',
      );
    await putRaw(store, 'papers', { ...of('bad'), c: of('good').c });
    expect(await store.papers.toArray()).toEqual([good]);
    await putRaw(store, 'shadows', { type: 'good', id: 'x', c: of('good').c });
    expect(await store.shadows.toArray()).toEqual([]);
    expect(reported).toBe(2);
  });
});

function flip(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
