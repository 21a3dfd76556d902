import type { IndexableType, Table } from 'dexie';
import type { SealedRow } from './encryption/encrypt-rows.ts';

/**
 * At most `count` rows of a table from a key on, in the order of keys, as they lie in the store: nothing is deciphered, only fields that keys and indexes need can
 * be read. Not part of a transaction, and no live query hears of changes. Rejects when the store cannot be read.
 */
export function readSealed<K extends IndexableType>(
  table: Table<unknown, K>,
  from: K,
  count: number,
): Promise<readonly SealedRow[]> {
  return new Promise((done, fail) => {
    const transaction = table.db.backendDB().transaction(table.name, 'readonly');
    transaction.addEventListener('abort', () => fail(transaction.error ?? new Error('the store was closed')));
    const asked = transaction.objectStore(table.name).getAll(IDBKeyRange.lowerBound(from), count);
    asked.addEventListener('success', () => done(asked.result as readonly SealedRow[]));
  });
}
