import type { RowCipher } from '../encryption/row-cipher.ts';
import { OfficeDatabase } from '../database.ts';

/** What was known of the store before it was opened. */
export type StoreExpectation = {
  /** Id the desktop remembers; null when there has been no store. */
  readonly storeId: string | null;
  /** Whether there was data besides: a journal, or a folder that is gone. */
  readonly hadData: boolean;
};

/** An opened store. `mustRebuild`: it is empty although it had data, or building it anew was broken off. */
export type OpenedStore = { readonly db: OfficeDatabase; readonly storeId: string; readonly mustRebuild: boolean };

const ID = 'store-id';
const REBUILDING = 'rebuilding';

/**
 * Opens the store and finds out whether it is the one that was here: a store without id, with another, or whose rows this PC's keys do not open
 * was wiped, put there or damaged. Such a one is emptied and marked as to be rebuilt. Throws when IndexedDB does not open.
 */
export async function openStore(
  name: string,
  cipher: RowCipher,
  expected: StoreExpectation,
  newId: () => string,
): Promise<OpenedStore> {
  let db = new OfficeDatabase(name, cipher);
  await db.open();
  const [id, rebuilding] = await db.localMeta.bulkGet([ID, REBUILDING]);
  const held = typeof id?.value === 'string' ? id.value : undefined;
  if (held !== undefined && (expected.storeId === null || expected.storeId === held))
    return { db, storeId: held, mustRebuild: rebuilding?.value === true };
  if (await holdsSomething(db)) {
    await db.delete();
    db = new OfficeDatabase(name, cipher);
    await db.open();
  }
  const storeId = newId();
  const mustRebuild = expected.hadData || expected.storeId !== null;
  await db.localMeta.bulkPut([
    { key: ID, value: storeId },
    { key: REBUILDING, value: mustRebuild },
  ]);
  return { db, storeId, mustRebuild };
}

/** The store holds again what can be had without the province. */
export async function noteRebuilt(db: OfficeDatabase): Promise<void> {
  await db.localMeta.put({ key: REBUILDING, value: false });
}

async function holdsSomething(db: OfficeDatabase): Promise<boolean> {
  for (const table of db.tables) if ((await table.toCollection().primaryKeys()).length > 0) return true;
  return false;
}
