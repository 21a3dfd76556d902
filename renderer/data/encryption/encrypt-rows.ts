import type { DBCore, DBCoreCursor, DBCoreMutateRequest, DBCoreTable, DBCoreTransaction, Dexie } from 'dexie';
import type { RowCipher } from './row-cipher.ts';

/** Below `cacheExistingValues` (-1): everything above, Dexie's own caches and live queries included, sees plain rows. */
const CLOSEST_TO_STORE = -2;

/** A row as it lies in IndexedDB: what keys and indexes need is readable, the whole row is in `c`. */
export type SealedRow = { readonly c: Uint8Array } & Readonly<Record<string, unknown>>;

/** Puts the cipher between Dexie and IndexedDB. Before the database is opened. */
export function encryptRows(db: Dexie, cipher: RowCipher): void {
  db.use({
    stack: 'dbcore',
    name: 'row-cipher',
    level: CLOSEST_TO_STORE,
    create: (core: DBCore) => ({ ...core, table: (name) => encryptTable(core.table(name), cipher) }),
  });
}

/** What of a table's rows stays readable, and their primary key. All our key paths are plain field names. */
export type TablePlan = {
  readonly name: string;
  readonly openFields: readonly string[];
  readonly keyOf: (row: Readonly<Record<string, unknown>>) => unknown;
};

/** The plan of a table with these key paths. */
export function planTable(
  name: string,
  primaryKey: string | readonly string[],
  indexes: readonly (string | readonly string[])[],
): TablePlan {
  const openFields = [...new Set([primaryKey, ...indexes].flat())];
  const keyOf: TablePlan['keyOf'] =
    typeof primaryKey === 'string' ? (row) => row[primaryKey] : (row) => primaryKey.map((field) => row[field]);
  return { name, openFields, keyOf };
}

/** A plain row in the form it is stored in. */
export function sealRow(plan: TablePlan, cipher: RowCipher, row: Readonly<Record<string, unknown>>): SealedRow {
  const sealed: Record<string, unknown> = { c: cipher.seal(plan.name, plan.keyOf(row), row) };
  for (const field of plan.openFields) if (row[field] !== undefined) sealed[field] = row[field];
  return sealed as SealedRow;
}

function encryptTable(table: DBCoreTable, cipher: RowCipher): DBCoreTable {
  const { schema } = table;
  const plan = planTable(
    schema.name,
    schema.primaryKey.keyPath ?? '',
    schema.indexes.map(({ keyPath }) => keyPath ?? ''),
  );
  const open = (stored: unknown): unknown => {
    if (stored === undefined || stored === null) return stored;
    const row = stored as SealedRow;
    return cipher.open(plan.name, plan.keyOf(row), row.c);
  };
  const reader = createReader(open);
  return {
    ...table,
    mutate: (request) => table.mutate(sealValues(request, plan, cipher)),
    get: (request) => table.get(request).then((stored) => reader.one(stored, request.trans)),
    getMany: (request) =>
      table.getMany(request).then((rows) => rows.map((stored: unknown) => reader.one(stored, request.trans))),
    query: (request) =>
      request.values === true
        ? table.query(request).then(({ result }) => ({ result: reader.many(result, request.trans) }))
        : table.query(request),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) =>
          cursor === null || request.values !== true ? cursor : openValues(cursor, open, isReading(request.trans)),
        ),
  };
}

function sealValues(request: DBCoreMutateRequest, plan: TablePlan, cipher: RowCipher): DBCoreMutateRequest {
  if (request.type !== 'add' && request.type !== 'put') return request;
  const values = request.values as readonly Readonly<Record<string, unknown>>[];
  return { ...request, values: values.map((row) => sealRow(plan, cipher, row)) };
}

/** A screen that only reads goes on without a damaged row (the cipher's listeners are told); a write must not build upon what it cannot see. */
function isReading(transaction: DBCoreTransaction): boolean {
  return (transaction as unknown as { readonly mode: IDBTransactionMode }).mode === 'readonly';
}

type Reader = {
  readonly one: (stored: unknown, transaction: DBCoreTransaction) => unknown;
  readonly many: (stored: readonly unknown[], transaction: DBCoreTransaction) => unknown[];
};

function createReader(open: (stored: unknown) => unknown): Reader {
  const openOrSkip = (stored: unknown): unknown => {
    try {
      return open(stored);
    } catch {
      return undefined;
    }
  };
  return {
    one: (stored, transaction) => (isReading(transaction) ? openOrSkip(stored) : open(stored)),
    many: (stored, transaction) =>
      isReading(transaction) ? stored.map(openOrSkip).filter((row) => row !== undefined) : stored.map(open),
  };
}

/** A cursor whose `value` is the plain row; each is opened once. While only reading, damaged rows are passed over. */
function openValues(cursor: DBCoreCursor, open: (stored: unknown) => unknown, maySkip: boolean): DBCoreCursor {
  let held: { readonly row: unknown } | undefined;
  const read = (): unknown => (held ??= { row: open(cursor.value) }).row;
  const isSkipped = (): boolean => {
    if (!maySkip) return false;
    try {
      read();
      return false;
    } catch {
      return true;
    }
  };
  return Object.create(cursor, {
    key: { get: () => cursor.key as unknown },
    primaryKey: { get: () => cursor.primaryKey as unknown },
    value: { get: read },
    start: {
      value: (onNext: () => void) =>
        cursor.start(() => {
          held = undefined;
          if (isSkipped()) cursor.continue();
          else onNext();
        }),
    },
  }) as DBCoreCursor;
}
