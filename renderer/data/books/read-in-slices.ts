import type { Table } from 'dexie';

/** Rows read at once: deciphering them takes less than a frame on a weak PC. */
const SLICE = 200;

/** Gives the window a moment between two slices of work. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** Rows by id in the order of the ids, a slice at a time, so that a book of 60,000 lines does not stop the window. Ids of rows that are gone are passed over. */
export async function* readByIds<T>(
  table: Table<T, string>,
  idsOf: (from: number, to: number) => readonly string[],
): AsyncIterable<readonly T[]> {
  for (let from = 0; ; from += SLICE) {
    const ids = idsOf(from, from + SLICE);
    if (ids.length === 0) return;
    const rows = await table.bulkGet([...ids]);
    yield rows.filter((row): row is NonNullable<typeof row> => row !== undefined);
    await breathe();
  }
}

/** All rows of a table that are wanted, read a slice at a time. */
export async function readWanted<T extends { readonly id: string; readonly removed: boolean }>(
  table: Table<T, string>,
  isWanted: (row: T) => boolean,
): Promise<readonly T[]> {
  const found: T[] = [];
  let after = '';
  for (;;) {
    const rows = await table.where('id').above(after).limit(SLICE).toArray();
    found.push(...rows.filter((row) => !row.removed && isWanted(row)));
    const last = rows.at(-1);
    if (last === undefined || rows.length < SLICE) return found;
    after = last.id;
    await breathe();
  }
}
