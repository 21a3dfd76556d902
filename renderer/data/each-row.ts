import type { Table } from 'dexie';

const READ_AT_ONCE = 2000;

/** Reads a table in slices by key, so that a large office does not lie in memory twice. For workers: a slice takes longer than a frame. */
export async function eachRow<T extends { readonly id: string }>(
  table: Table<T, string>,
  take: (row: T) => void,
): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await table.where('id').above(after).limit(READ_AT_ONCE).toArray();
    rows.forEach(take);
    const last = rows.at(-1);
    if (last === undefined || rows.length < READ_AT_ONCE) return;
    after = last.id;
  }
}
