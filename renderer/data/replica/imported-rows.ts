import { Dexie } from 'dexie';
import { viewRecord } from '#shared/sync/replica.ts';
import { tableOfEntity, type OfficeDatabase } from '../database.ts';
import { eachRow } from '../each-row.ts';
import type { OutboxRow, RowChange, StoredRow } from '../rows.ts';
import { buildRow } from '../write/build-row.ts';
import { dropWaiting, findKept, noteWaiting } from './waiting-rows.ts';

/*
 * An import writes thousands of records in many transactions, on this PC and on every other one that pulls them. What makes it whole or nothing is one
 * field of its batch: until that says `done`, and once it says `undone`, what the import made is kept as removed in the rows people see (docs/imports.md).
 * While it is being written on this PC its records have no rows at all: they lie in the outbox, and the moment it is done makes their rows, once.
 */

/** Entities an import makes records of. */
const importedTypes = ['member', 'unit'] as const;

/** An entity an import makes records of. */
export type ImportedType = (typeof importedTypes)[number];

type ImportedRow = StoredRow<ImportedType>;

const ROWS_AT_ONCE = 500;

/** Whether what a batch made is to be seen; a batch that has not come yet shows nothing. */
function isShown(batch: Pick<StoredRow<'importBatch'>, 'state' | 'removed'> | undefined): boolean {
  return batch?.state === 'done' && !batch.removed;
}

/**
 * The rows of `changes`, those of imports that do not count (yet, any more) hidden; inside the caller's transaction. Of an import under way, records the
 * province does not have (`isOnlyHere`) are left out: there is nothing to see, and ten thousand rows need not be written twice.
 */
export async function hideImported(
  db: OfficeDatabase,
  changes: readonly RowChange[],
  isOnlyHere: (id: string) => boolean,
): Promise<readonly RowChange[]> {
  const batchIds = new Set(changes.flatMap(({ row }) => importOf(row) ?? []));
  if (batchIds.size === 0) {
    dropWaiting(db, changes);
    return changes;
  }
  const ids = [...batchIds];
  const held = await db.importBatches.bulkGet(ids);
  const batches = new Map(ids.map((id, at) => [id, held[at]]));
  for (const { type, id, row } of changes)
    if (type === 'importBatch')
      batches.set(id, row === null ? undefined : (row as unknown as StoredRow<'importBatch'>));
  const written = changes.flatMap((change) => {
    const { row: made } = change;
    const batchId = importOf(made);
    const batch = batchId === undefined ? undefined : batches.get(batchId);
    if (made === null || batchId === undefined || isShown(batch)) return [change];
    const row = withHiding(made as unknown as ImportedRow, true);
    const isWaiting = batch?.state === 'running' && !batch.removed && row.flags.includes('hidden');
    if (!isWaiting || !isOnlyHere(change.id)) return [{ ...change, row }];
    noteWaiting(db, batchId, { ...change, row: made });
    return [];
  });
  dropWaiting(db, written);
  return written;
}

/** Batches among `changes` that turn from counting to not counting, or the other way round, against what the store holds before them. */
export async function findTurned(
  db: OfficeDatabase,
  changes: readonly RowChange[],
): Promise<ReadonlyMap<string, boolean>> {
  const batches = changes.filter(({ type }) => type === 'importBatch');
  if (batches.length === 0) return new Map();
  const before = await db.importBatches.bulkGet(batches.map(({ id }) => id));
  return new Map(
    batches.flatMap(({ id, row }, at) => {
      const now = isShown(row === null ? undefined : (row as unknown as StoredRow<'importBatch'>));
      return now === isShown(before[at]) ? [] : [[id, now] as const];
    }),
  );
}

/** Shows or hides what the turned batches made, except rows just written; inside the transaction that turned them. */
export async function turnImported(
  db: OfficeDatabase,
  turned: ReadonlyMap<string, boolean>,
  written: ReadonlySet<string>,
): Promise<readonly RowChange[]> {
  const changes: RowChange[] = [];
  for (const [batchId, shown] of turned) {
    for (const type of importedTypes) {
      const table = db.table<ImportedRow, string>(tableOfEntity[type]);
      const ids = (await table.where('importId').equals(batchId).primaryKeys()).filter((id) => !written.has(id));
      for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
        const held = await table.bulkGet(ids.slice(from, from + ROWS_AT_ONCE));
        const rows = held.flatMap((row) => (row === undefined ? [] : withHiding(row, !shown)));
        await table.bulkPut(rows);
        for (const row of rows) changes.push({ type, id: row.id, row: row });
      }
    }
    if (shown) changes.push(...(await makeWaiting(db, batchId, written)));
  }
  return changes;
}

/** Makes the rows of a batch's records that have none, in slices; while the store takes one, the next is made ready. */
async function makeWaiting(
  db: OfficeDatabase,
  batchId: string,
  written: ReadonlySet<string>,
): Promise<readonly RowChange[]> {
  const waiting = findKept(db, batchId) ?? (await listWaiting(db, batchId));
  const changes: RowChange[] = [];
  let putting: PromiseLike<unknown> = Promise.resolve();
  for (const type of importedTypes) {
    const records = waiting.filter((each) => each.type === type && !written.has(each.id));
    for (let from = 0; from < records.length; from += ROWS_AT_ONCE) {
      const slice = records.slice(from, from + ROWS_AT_ONCE).flatMap((each) => ('row' in each ? each : toChange(each)));
      const put = db.table(tableOfEntity[type]).bulkPut(slice.map(({ row }) => row));
      await putting;
      putting = put;
      for (const change of slice) changes.push(change);
    }
  }
  await putting;
  return changes;
}

function toChange({ type, id, stream, own }: WaitingRecord): RowChange[] {
  const row = buildRow(type, id, stream, viewRecord(undefined, own));
  return row === undefined ? [] : [{ type, id, row }];
}

/** A record that lies in the outbox only: its own ops, in counter order. */
type WaitingRecord = {
  readonly type: ImportedType;
  readonly id: string;
  readonly stream: string;
  readonly own: readonly OutboxRow[];
};

/** Records of a batch that have no row yet: they are told by own ops alone. In the order they were made in. */
export async function listWaiting(db: OfficeDatabase, batchId: string): Promise<readonly WaitingRecord[]> {
  const held = new Set<unknown>();
  for (const type of importedTypes) {
    const [rowIds, shadowKeys] = await Promise.all([
      db.table(tableOfEntity[type]).where('importId').equals(batchId).primaryKeys(),
      db.shadows.where(':id').between([type, Dexie.minKey], [type, Dexie.maxKey]).primaryKeys(),
    ]);
    for (const id of rowIds) held.add(id);
    for (const [, id] of shadowKeys) held.add(id);
  }
  const own = new Map<string, OutboxRow[]>();
  await eachRow(
    db.outbox,
    (row) => {
      if (!importedTypes.some((type) => type === row.type) || held.has(row.id)) return;
      const known = own.get(row.id);
      if (known === undefined) own.set(row.id, [row]);
      else known.push(row);
    },
    ROWS_AT_ONCE,
  );
  return [...own].flatMap(([id, rows]) => {
    const { values, removed } = viewRecord(undefined, rows);
    const [first] = rows;
    const type = importedTypes.find((each) => each === first?.type);
    if (first === undefined || type === undefined || removed || values['importId'] !== batchId) return [];
    return [{ type, id, stream: first.op.stream, own: rows }];
  });
}

function importOf(row: RowChange['row']): string | undefined {
  const importId = (row as Readonly<{ importId?: unknown }> | null)?.importId;
  return typeof importId === 'string' ? importId : undefined;
}

/** A row hidden or shown. One that was removed, or brought back after a removal, is as it is whatever becomes of its import. */
function withHiding(row: ImportedRow, isHidden: boolean): ImportedRow {
  const wasHidden = row.flags.includes('hidden');
  if (isHidden === wasHidden || (isHidden && (row.removed || row.flags.includes('back')))) return row;
  const flags = row.flags.filter((flag) => flag !== 'hidden');
  return { ...row, removed: isHidden, flags: isHidden ? [...flags, 'hidden'] : flags };
}
