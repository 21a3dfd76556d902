import type { EntityType } from '#shared/entities.ts';
import type { tableOfEntity } from './database.ts';
import { keepSame } from './keep-same.ts';
import type { Office } from './office.ts';

/** Tables whose rows lists show. */
export type RowTable = (typeof tableOfEntity)[EntityType];

/** So many rows are kept of an office: some screens full of each list. */
const KEPT = 1200;

type Row = { readonly id: string };

/** Rows last read for lists, the longest unread first. Only for showing: what is shown is read again at once. */
const known = new WeakMap<Office, Map<string, Row>>();

/**
 * Reads rows of a window and keeps them. A row that reads as before is the same value; the answer is another one only when a row is.
 */
export async function readRows(office: Office, table: RowTable, ids: readonly string[]): Promise<readonly unknown[]> {
  const rows = (await office.db.table<Row, string>(table).bulkGet([...ids])) as readonly (Row | undefined)[];
  const kept = rowsOf(office);
  return rows.map((row, i) => {
    const key = keyOf(table, ids[i] ?? '');
    const same = row === undefined ? undefined : keepSame(kept.get(key), row);
    kept.delete(key);
    if (same !== undefined) kept.set(key, same);
    while (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '');
    return same;
  });
}

/** Those of the rows that were read not long ago, by id. `_read`: the reading after which it is asked, if there was one. */
export function listKnownRows<T extends Row>(
  office: Office,
  table: RowTable,
  ids: readonly string[],
  _read: readonly unknown[] | undefined,
): ReadonlyMap<string, T> {
  const kept = rowsOf(office);
  return new Map(
    ids.flatMap((id) => {
      const row = kept.get(keyOf(table, id));
      return row === undefined ? [] : [[id, row as unknown as T] as const];
    }),
  );
}

function rowsOf(office: Office): Map<string, Row> {
  const kept = known.get(office) ?? new Map<string, Row>();
  known.set(office, kept);
  return kept;
}

function keyOf(table: RowTable, id: string): string {
  return `${table} ${id}`;
}
