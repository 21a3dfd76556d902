import type { EntityType } from '#shared/entities.ts';
import type { tableOfEntity } from './database.ts';
import { keepSame } from './keep-same.ts';
import type { Office } from './office.ts';

/** Tables whose rows lists show. */
export type RowTable = (typeof tableOfEntity)[EntityType];

/** So many rows are kept of an office: some screens full of each list. */
const KEPT = 1200;

/** What every row has. */
export type Row = { readonly id: string };

/** Rows last read for lists, the longest unread first. Only for showing: what is shown is read again at once. */
const known = new WeakMap<Office, Map<string, Row>>();

/** Reads rows of a list and keeps them. A row that reads as before is the same value. */
export async function readRows(
  office: Office,
  table: RowTable,
  ids: readonly string[],
): Promise<readonly (Row | undefined)[]> {
  const rows = await office.db.table<Row, string>(table).bulkGet([...ids]);
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

/** Those of the rows that are there: as they were just read, or as they were read not long ago. */
export function listRows<T extends Row>(
  office: Office,
  table: RowTable,
  ids: readonly string[],
  read: ReadonlyMap<string, Row | undefined>,
): ReadonlyMap<string, T> {
  const kept = rowsOf(office);
  return new Map(
    ids.flatMap((id) => {
      const row = read.has(id) ? read.get(id) : kept.get(keyOf(table, id));
      return row === undefined ? [] : [[id, row as T] as const];
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
