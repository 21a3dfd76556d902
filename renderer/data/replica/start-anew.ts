import { Dexie } from 'dexie';
import { lowerClaim, sharedUpTo } from '#shared/sync/epoch.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import type { Cell, SyncRecord } from '#shared/sync/record.ts';
import type { Office } from '../office.ts';
import type { CookieRow, HistoryRow, OutboxRow, ShadowRow } from '../rows.ts';
import { UNASKED } from '../files/transfer-store.ts';
import { noteLost } from './bring-back.ts';
import type { RecordRef } from './record-state.ts';

/**
 * A stream in another epoch (a restored server) counts its sequences anew, and what the server had taken may be gone. Everything still on its way,
 * taken or not, is sent again; what it claims to have seen counts as far as both lives are the same. The server skips what it has. Of every file
 * it is asked anew whether the province has it.
 */
export async function sendAllAgain({ db, stream }: Office, cookie: CookieRow): Promise<RecordRef[]> {
  const shared = sharedUpTo(cookie.epoch, cookie.lives[cookie.gen - 1] ?? '');
  const rows = (await db.outbox.toArray()).filter(({ op, kind }) => op.stream === cookie.stream && kind !== 'rejected');
  await db.outbox.bulkPut(rows.map((row) => toWaiting(row, shared)));
  // What was noted as the server's late word belongs to another life of the stream.
  if (cookie.stream === stream) await db.localMeta.delete('late-seen');
  const sent = await db.localTransfers.where('state').equals('done').toArray();
  await db.localTransfers.bulkPut(
    sent.map(({ hash, name, size, documentId }) => ({ hash, name, size, documentId, ...UNASKED })),
  );
  return rows.map(({ type, id }) => ({ type, id }));
}

/** An outbox row that waits to be sent, having seen at most up to `shared`. */
export function toWaiting(row: OutboxRow, shared: number): OutboxRow {
  return { ...row, kind: 'waiting', op: lowerClaim(row.op, shared), state: { kind: 'waiting' } };
}

/** What was noted of ops as the server's late word belongs to another life of the stream. */
export async function forgetLateWord(db: Office['db'], rows: readonly OutboxRow[]): Promise<void> {
  const noted = ((await db.localMeta.get('late-seen'))?.value as number[] | undefined) ?? [];
  const again = new Set(rows.map(({ n }) => n));
  if (noted.some((n) => again.has(n)))
    await db.localMeta.put({ key: 'late-seen', value: noted.filter((n) => !again.has(n)) });
}

/**
 * Takes out what an earlier life of a stream left and the present one does not have; it is noted to be brought back to the province.
 * Gives the records to be shown anew.
 */
export async function staleShadows(office: Office, cookie: CookieRow): Promise<RecordRef[]> {
  const { shadows } = office.db;
  const stale = await shadowsOf(shadows, cookie.stream)
    .filter(({ gen }) => gen < cookie.gen)
    .toArray();
  for (const shadow of stale) await noteLost(office, cookie, shadow, undefined);
  await shadows.bulkDelete(stale.map(({ type, id }) => [type, id]));
  return stale.map(({ type, id }) => ({ type, id }));
}

/** Takes out everything held of a stream this PC has no right to any more. */
export async function dropShadows({ db }: Office, stream: string): Promise<RecordRef[]> {
  const held: ShadowRow[] = await shadowsOf(db.shadows, stream).toArray();
  await db.shadows.bulkDelete(held.map(({ type, id }) => [type, id]));
  return held.map(({ type, id }) => ({ type, id }));
}

/** Shadows of a stream by sequence: all, or those last changed behind `after` and up to `upTo`. */
export function shadowsOf(
  shadows: Office['db']['shadows'],
  stream: string,
  after?: number,
  upTo?: number,
): ReturnType<Office['db']['shadows']['filter']> {
  const [first, last] = [after ?? Dexie.minKey, upTo ?? Dexie.maxKey];
  return shadows.where('[stream+seq]').between([stream, first], [stream, last], after === undefined, true);
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
