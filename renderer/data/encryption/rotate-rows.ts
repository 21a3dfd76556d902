import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OfficeDatabase } from '../database.ts';
import { planTable, sealRow, type SealedRow, type TablePlan } from './encrypt-rows.ts';
import { keyIdOf, type RowCipher } from './row-cipher.ts';

/** How far re-enciphering the rows has come; null while none runs. */
export type RowRotation = { readonly done: number; readonly total: number } | null;

/** Where it is kept. */
export type RowRotationStore = StoreApi<RowRotation>;

const ROWS_AT_ONCE = 100;

/** Nothing runs. */
export function createRotationStore(): RowRotationStore {
  return createStore<RowRotation>(() => null);
}

/**
 * Enciphers every row that lies there under an older key with the newest one, in slices with room for other work between them. A row tells its key,
 * so that a broken-off run goes on where it was. Below Dexie: the rows stay what they are, and no screen is asked to look again.
 */
export async function rotateRows(db: OfficeDatabase, tell: (done: number, total: number) => void): Promise<void> {
  await db.open();
  const total = (await Promise.all(db.tables.map((table) => table.count()))).reduce((sum, count) => sum + count, 0);
  let done = 0;
  for (const { name, schema } of db.tables) {
    const plan = planTable(
      name,
      schema.primKey.keyPath ?? '',
      schema.indexes.map(({ keyPath }) => keyPath ?? ''),
    );
    for (let after: IDBValidKey | undefined; ;) {
      const slice = await rotateSlice(db, plan, after);
      done += slice.rows;
      tell(Math.min(done, total), total);
      if (slice.rows < ROWS_AT_ONCE) break;
      after = slice.last;
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}

type Slice = { readonly rows: number; readonly last: IDBValidKey | undefined };

/** One transaction: nothing else writes these rows meanwhile. */
function rotateSlice(db: OfficeDatabase, plan: TablePlan, after: IDBValidKey | undefined): Promise<Slice> {
  return new Promise((resolve, reject) => {
    const transaction = db.backendDB().transaction(plan.name, 'readwrite');
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
    const request = transaction.objectStore(plan.name).openCursor(range);
    let rows = 0;
    let last: IDBValidKey | undefined;
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null || rows === ROWS_AT_ONCE) return;
      const renewed = renew(plan, db.cipher, cursor.value as SealedRow);
      if (renewed !== undefined) cursor.update(renewed);
      rows += 1;
      last = cursor.primaryKey;
      cursor.continue();
    };
    transaction.oncomplete = () => {
      resolve({ rows, last });
    };
    transaction.onabort = () => {
      reject(new Error('rows could not be enciphered anew'));
    };
  });
}

/** The row under the newest key; undefined when it is already, or cannot be read. */
function renew(plan: TablePlan, cipher: RowCipher, stored: SealedRow): SealedRow | undefined {
  if (!(stored.c instanceof Uint8Array) || keyIdOf(stored.c) === cipher.newestId) return undefined;
  try {
    const row = cipher.open(plan.name, plan.keyOf(stored), stored.c);
    return sealRow(plan, cipher, row as Readonly<Record<string, unknown>>);
  } catch {
    return undefined;
  }
}
