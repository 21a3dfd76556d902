import type { Table } from 'dexie';
import { tableOfEntity } from '../database.ts';
import { rowToText } from '../encryption/row-text.ts';
import type { Office } from '../office.ts';

/** Some rows of one table as a JSON array in UTF-8. */
export type RowSlice = { readonly table: string; readonly count: number; readonly bytes: Uint8Array<ArrayBuffer> };

/**
 * Positions first: rows copied later may be newer than them, which costs a repeat and loses nothing; the other way round a row could be passed over.
 */
const sources = ['cookies', 'localMeta', 'outbox', 'localNumbers', 'localDrafts', 'shadows', 'history'] as const;

const ROWS_AT_ONCE = 500;
const MAX_BYTES = 3 * 1024 * 1024;

/** Tables a backup holds. Of the rows people see only ids go along, to be counted: they are made anew from what lies below them. */
export type BackupTable = (typeof sources)[number] | (typeof tableOfEntity)[keyof typeof tableOfEntity];

/** The whole store in slices, for a backup. */
export async function* exportRows({ db }: Office): AsyncGenerator<RowSlice> {
  for (const name of sources) yield* slicesOf(name, db.table(name));
  for (const name of Object.values(tableOfEntity)) {
    const ids = await db.table(name).toCollection().primaryKeys();
    for (let from = 0; from < ids.length; from += 20_000)
      yield* packed(
        name,
        ids.slice(from, from + 20_000).map((id) => ({ id: id })),
      );
  }
}

/** How many rows each table of a backup would have now. */
export async function countRows({ db }: Office): Promise<Readonly<Record<BackupTable, number>>> {
  const names: readonly BackupTable[] = [...sources, ...Object.values(tableOfEntity)];
  const counts = await Promise.all(names.map(async (name) => [name, await db.table(name).count()] as const));
  return Object.fromEntries(counts) as Record<BackupTable, number>;
}

async function* slicesOf(name: string, table: Table<unknown, unknown>): AsyncGenerator<RowSlice> {
  let after: unknown;
  for (;;) {
    const rest = after === undefined ? table.toCollection() : table.where(':id').above(after);
    const rows = await rest.limit(ROWS_AT_ONCE).toArray();
    if (rows.length > 0) yield* packed(name, rows);
    if (rows.length < ROWS_AT_ONCE) return;
    const { keyPath } = table.schema.primKey;
    const last = rows.at(-1) as Readonly<Record<string, unknown>>;
    after = typeof keyPath === 'string' ? last[keyPath] : keyPath?.map((field) => last[field]);
  }
}

function* packed(table: string, rows: readonly unknown[]): Generator<RowSlice> {
  const bytes = new TextEncoder().encode(`[${rows.map(rowToText).join(',')}]`);
  if (bytes.length <= MAX_BYTES || rows.length === 1) yield { table, count: rows.length, bytes };
  else {
    const half = rows.length >> 1;
    yield* packed(table, rows.slice(0, half));
    yield* packed(table, rows.slice(half));
  }
}
