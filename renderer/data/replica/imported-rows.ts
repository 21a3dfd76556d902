import { tableOfEntity, type OfficeDatabase } from '../database.ts';
import type { RowChange, StoredRow } from '../rows.ts';

/*
 * An import writes thousands of records in many transactions, on this PC and on every other one that pulls them. What makes it whole or nothing is one
 * field of its batch: until that says `done`, and once it says `undone`, what the import made is kept as removed in the rows people see (docs/imports.md).
 */

/** Entities an import makes records of. */
const importedTypes = ['member', 'unit'] as const;

type ImportedRow = StoredRow<(typeof importedTypes)[number]>;

const ROWS_AT_ONCE = 500;

/** Whether what a batch made is to be seen; a batch that has not come yet shows nothing. */
function isShown(batch: Pick<StoredRow<'importBatch'>, 'state' | 'removed'> | undefined): boolean {
  return batch?.state === 'done' && !batch.removed;
}

/** The rows of `changes`, those of imports that do not count (yet, any more) hidden; inside the caller's transaction. */
export async function hideImported(db: OfficeDatabase, changes: readonly RowChange[]): Promise<readonly RowChange[]> {
  const batchIds = new Set(changes.flatMap(({ row }) => importOf(row) ?? []));
  if (batchIds.size === 0) return changes;
  const ids = [...batchIds];
  const held = await db.importBatches.bulkGet(ids);
  const batches = new Map(ids.map((id, at) => [id, held[at]]));
  for (const { type, id, row } of changes)
    if (type === 'importBatch')
      batches.set(id, row === null ? undefined : (row as unknown as StoredRow<'importBatch'>));
  return changes.map((change) => {
    const batchId = importOf(change.row);
    const isHidden = batchId !== undefined && !isShown(batches.get(batchId));
    return isHidden ? { ...change, row: withHiding(change.row as unknown as ImportedRow, true) } : change;
  });
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
  }
  return changes;
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
