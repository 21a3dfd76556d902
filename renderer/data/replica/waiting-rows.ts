import type { OfficeDatabase } from '../database.ts';
import type { RowChange } from '../rows.ts';

/*
 * Records of an import that is being written on this PC have no rows until it counts (`imported-rows.ts`). They were built when their ops were written: while
 * the import is written in one go they are kept here, so that the moment it counts need not read and decipher the whole outbox and build them again.
 */

type Change = RowChange & { readonly row: NonNullable<RowChange['row']> };

/** Rows that wait, by id in the order they were made in, of each import that was begun in this window. */
const kept = new WeakMap<OfficeDatabase, Map<string, Map<string, Change>>>();

/**
 * Keeps the rows a batch leaves out while `work` writes it from its beginning to its end. Nothing of the batch may be written yet: what lies in the outbox from
 * before (a start in between) is not among them. They are forgotten afterwards, however it ended.
 */
export async function keepWaiting<T>(db: OfficeDatabase, batchId: string, work: () => Promise<T>): Promise<T> {
  const batches = kept.get(db) ?? new Map<string, Map<string, Change>>();
  kept.set(db, batches.set(batchId, new Map()));
  try {
    return await work();
  } finally {
    batches.delete(batchId);
  }
}

/** Notes a row that is left out, in place of an earlier one of the record. */
export function noteWaiting(db: OfficeDatabase, batchId: string, change: Change): void {
  kept.get(db)?.get(batchId)?.set(change.id, change);
}

/** Notes that records got a row in the store, or are gone: they wait no more. */
export function dropWaiting(db: OfficeDatabase, changes: readonly RowChange[]): void {
  for (const rows of kept.get(db)?.values() ?? []) for (const { id } of changes) rows.delete(id);
}

/** Rows of a batch that wait; undefined where only the store can tell. */
export function findKept(db: OfficeDatabase, batchId: string): readonly Change[] | undefined {
  const rows = kept.get(db)?.get(batchId);
  return rows && [...rows.values()];
}
