import { Dexie } from 'dexie';
import { equalValues } from '#shared/sync/equal-values.ts';
import type { Cell, SyncRecord } from '#shared/sync/record.ts';
import type { Office } from '../office.ts';
import type { HistoryRow, ShadowRow } from '../rows.ts';
import { listOutbox } from './outbox.ts';
import type { RecordRef } from './record-state.ts';

/**
 * A stream in another epoch (a restored server) counts its sequences anew: what waiting ops say they have seen means nothing there.
 * They are sent as having seen nothing, so that a difference becomes a question and not a silent overwrite.
 */
export async function rebaseWaiting({ db }: Office, stream: string): Promise<RecordRef[]> {
  const rows = (await Promise.all([listOutbox(db, 'waiting'), listOutbox(db, 'parked')]))
    .flat()
    .filter(({ op }) => op.stream === stream);
  await db.outbox.bulkPut(rows.map((row) => ({ ...row, op: { ...row.op, base: 0 } })));
  return rows.map(({ type, id }) => ({ type, id }));
}

/** Deletes what an earlier life of a stream left and the present one does not have. Gives the records to be shown anew. */
export async function staleShadows({ db }: Office, stream: string, gen: number): Promise<RecordRef[]> {
  const stale: ShadowRow[] = await shadowsOf(db.shadows, stream)
    .filter((shadow) => shadow.gen < gen)
    .toArray();
  await db.shadows.bulkDelete(stale.map(({ type, id }) => [type, id]));
  return stale.map(({ type, id }) => ({ type, id }));
}

/** All shadows of a stream by sequence. */
export function shadowsOf(
  shadows: Office['db']['shadows'],
  stream: string,
): ReturnType<Office['db']['shadows']['filter']> {
  return shadows.where('[stream+seq]').between([stream, Dexie.minKey], [stream, Dexie.maxKey]);
}

/** Values that a pulled row replaced, and conflict entries it settled: kept as history with who wrote them when. */
export function replacedCells(before: SyncRecord, after: SyncRecord): HistoryRow[] {
  const { type, id } = before;
  const toHistory = (field: string, cell: Cell): HistoryRow => ({
    type,
    id,
    field,
    h: cell.h,
    dev: cell.d,
    by: cell.by,
    v: cell.v,
  });
  const replaced = Object.entries(before.f).flatMap(([field, cell]) => {
    const now = after.f[field];
    return now === undefined || (now.h === cell.h && now.d === cell.d) || equalValues(now.v, cell.v)
      ? []
      : [toHistory(field, cell)];
  });
  const settled = Object.entries(before.c).flatMap(([field, set]) =>
    Object.entries(set.e).flatMap(([dev, cell]) =>
      after.c[field]?.e[dev] === undefined ? [toHistory(field, cell)] : [],
    ),
  );
  return [...replaced, ...settled];
}
