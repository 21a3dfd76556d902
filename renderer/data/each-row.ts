import type { PromiseExtended, Table } from 'dexie';

const READ_AT_ONCE = 2000;

/**
 * Reads a table in slices by key, so that a large office does not lie in memory twice; the store fetches one slice while the one before is deciphered. For
 * workers: a slice takes longer than a frame. Rows that come meanwhile may be among them.
 */
export async function eachRow<T extends { readonly id: string }>(
  table: Table<T, string>,
  take: (row: T) => void,
): Promise<void> {
  const keys = await table.toCollection().primaryKeys();
  const read = (from: number): PromiseExtended<T[]> | undefined => {
    const [first, next] = [keys[from], keys[from + READ_AT_ONCE]];
    if (first === undefined) return undefined;
    const rest = table.where('id');
    const rows = (next === undefined ? rest.aboveOrEqual(first) : rest.between(first, next)).toArray();
    rows.catch(() => undefined); // told where it is waited for
    return rows;
  };
  let [slice, following] = [read(0), read(READ_AT_ONCE)];
  for (let from = 0; slice !== undefined; from += READ_AT_ONCE) {
    const rows = await slice;
    [slice, following] = [following, read(from + READ_AT_ONCE * 2)];
    rows.forEach(take);
  }
}
