import type { IndexableType, PromiseExtended, Table } from 'dexie';

const READ_AT_ONCE = 2000;

/**
 * Reads a table in slices by key, so that a large office does not lie in memory twice; the store fetches one slice while the one before is deciphered. A slice
 * of the usual size takes longer than a frame: it is for workers. Rows that come meanwhile may be among them.
 */
export async function eachRow<T, K extends IndexableType>(
  table: Table<T, K>,
  take: (row: T) => void,
  atOnce = READ_AT_ONCE,
): Promise<void> {
  const keys = await table.toCollection().primaryKeys();
  const read = (from: number): PromiseExtended<T[]> | undefined => {
    const [first, next] = [keys[from], keys[from + atOnce]];
    if (first === undefined) return undefined;
    const rest = table.where(':id');
    const rows = (next === undefined ? rest.aboveOrEqual(first) : rest.between(first, next)).toArray();
    rows.catch(() => undefined); // told where it is waited for
    return rows;
  };
  let [slice, following] = [read(0), read(atOnce)];
  for (let from = 0; slice !== undefined; from += atOnce) {
    const rows = await slice;
    [slice, following] = [following, read(from + atOnce * 2)];
    rows.forEach(take);
  }
}
