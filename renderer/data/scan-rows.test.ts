import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { OfficeDatabase } from './database.ts';
import type { SealedRow } from './encryption/encrypt-rows.ts';
import { createRowCipher } from './encryption/row-cipher.ts';
import type { StoredRow } from './rows.ts';
import { scanRows } from './scan-rows.ts';

const cipher = createRowCipher([{ id: 1, key: crypto.getRandomValues(new Uint8Array(32)) }]);
const db = new OfficeDatabase('scan-rows', cipher);

afterEach(() => db.delete());

/** A store with so many settings, in the order of their ids. */
async function fill(count: number): Promise<readonly string[]> {
  await db.open();
  const ids = Array.from({ length: count }, (_, at) => `id-${String(at).padStart(4, '0')}`);
  await db.settings.bulkPut(ids.map((id) => ({ id, stream: 'org:x', value: id }) as unknown as StoredRow<'setting'>));
  return ids;
}

async function scan(atOnce: number): Promise<readonly unknown[]> {
  const seen: unknown[] = [];
  await scanRows(db.settings, ({ value }) => void seen.push(value), atOnce);
  return seen;
}

it.each([0, 1, 6, 7, 8, 14, 20])(
  'hands out each of %i rows once, in the order of their keys, deciphered',
  async (count) => {
    const ids = await fill(count);
    expect(await scan(7)).toEqual(ids);
  },
);

it('passes over a damaged row and tells of it', async () => {
  const ids = await fill(20);
  const told: string[] = [];
  const end = cipher.onDamaged(({ table }) => told.push(table));
  const store = db.backendDB().transaction('settings', 'readwrite').objectStore('settings');
  await new Promise((done) => {
    const damaged = { id: 'id-0009', stream: 'org:x', c: new Uint8Array(60) } satisfies SealedRow;
    store.put(damaged).addEventListener('success', done);
  });
  expect(await scan(7)).toEqual(ids.filter((id) => id !== 'id-0009'));
  expect(told).toEqual(['settings']);
  end();
});

it('lets what is saved meanwhile go between two slices', async () => {
  await fill(20);
  let saving: Promise<unknown> | undefined;
  let seen = 0;
  await scanRows(
    db.settings,
    () => {
      seen += 1;
      saving ??= db.settings.put({ id: 'id-0019', stream: 'org:x', value: 'new' } as unknown as StoredRow<'setting'>);
    },
    5,
  );
  await saving;
  expect(seen).toBe(20);
});

it('rejects with what the reader of a row throws, and when the store is closed', async () => {
  await fill(20);
  const failure = new Error('no room');
  await expect(
    scanRows(db.settings, () => {
      throw failure;
    }),
  ).rejects.toBe(failure);
  db.close();
  await expect(scan(7)).rejects.toThrow();
});
