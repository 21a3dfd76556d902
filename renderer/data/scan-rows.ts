import type { IndexableType, Table } from 'dexie';
import type { OfficeDatabase } from './database.ts';
import { planTable, type SealedRow } from './encryption/encrypt-rows.ts';

const READ_AT_ONCE = 2000;

/**
 * Reads a table in slices by key as `eachRow` does, past Dexie, which gives rows out only when they are deciphered: the store fetches one slice while the one
 * before is deciphered, and need not list the keys first. For workers: a slice takes longer than a frame, nothing is part of a transaction, and no live query
 * hears of changes. Rows that come meanwhile may be among them; damaged ones are passed over, and the cipher's listeners told. Rejects when the store cannot be read.
 */
export function scanRows<T, K extends IndexableType>(
  table: Table<T, K>,
  take: (row: T) => void,
  atOnce = READ_AT_ONCE,
): Promise<void> {
  const { cipher } = table.db as OfficeDatabase;
  const plan = planTable(table.name, table.schema.primKey.keyPath ?? '', []);
  const open = (stored: SealedRow): T | undefined => {
    try {
      return cipher.open(plan.name, plan.keyOf(stored), stored.c) as T;
    } catch {
      return undefined;
    }
  };
  const takeAll = (slice: readonly SealedRow[]): void => {
    for (const stored of slice) {
      const row = open(stored);
      if (row !== undefined) take(row);
    }
  };
  return new Promise((done, fail) => {
    // A transaction for each slice: what a person saves meanwhile waits for no more than one.
    const read = (behind: IDBKeyRange | null): void => {
      const transaction = table.db.backendDB().transaction(table.name, 'readonly');
      transaction.addEventListener('abort', () => fail(transaction.error ?? new Error('the store was closed')));
      const asked = transaction.objectStore(table.name).getAll(behind, atOnce);
      asked.addEventListener('success', () => {
        const slice = asked.result as readonly SealedRow[];
        const last = slice.length < atOnce ? undefined : slice.at(-1);
        try {
          if (last !== undefined) read(IDBKeyRange.lowerBound(plan.keyOf(last), true));
          takeAll(slice);
          if (last === undefined) done();
        } catch (error) {
          fail(error instanceof Error ? error : new Error('a row was not taken', { cause: error }));
        }
      });
    };
    read(null);
  });
}
