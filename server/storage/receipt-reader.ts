import { sql } from 'kysely';
import type { RecordRef } from '#shared/sync/accept.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import type { DatabaseTransaction } from './database.ts';
import { fromStored, type StoredRecord } from './stored-record.ts';

/** A record as it lies in the database, and when its last change was taken; null where the trail does not say. */
export type TakenRecord = { readonly record: SyncRecord; readonly takenAt: Date | null };

/** The records at these addresses that exist, with when each last change was taken. One look at each key. */
export async function listTakenRecords(
  trx: DatabaseTransaction,
  stream: string,
  refs: readonly RecordRef[],
): Promise<TakenRecord[]> {
  type Row = { type: string; id: string; seq: number; data: StoredRecord; at: Date | null };
  const { rows } = await sql<Row>`
    select r.*, t.at from unnest(${refs.map(({ type }) => type)}::text[], ${refs.map(({ id }) => id)}::uuid[]) as asked (type, id)
    cross join lateral (
      select type, id, seq, data from record where stream = ${stream} and type = asked.type and id = asked.id limit 1) as r
    left join lateral (
      select at from audit where stream = ${stream} and type = asked.type and id = asked.id order by seq desc limit 1
    ) as t on true`.execute(trx);
  return rows.map(({ type, id, seq, data, at }) => ({ record: fromStored(type, id, seq, data), takenAt: at }));
}

/** Which of these files the commune has, and when each was verified. */
export async function listStoredFiles(
  trx: DatabaseTransaction,
  commune: string,
  hashes: readonly string[],
): Promise<{ readonly hash: string; readonly storedAt: Date }[]> {
  if (hashes.length === 0) return [];
  const rows = await trx
    .selectFrom('file')
    .select(['hash', 'stored_at'])
    .where('commune', '=', commune)
    .where('hash', 'in', hashes)
    .execute();
  return rows.map(({ hash, stored_at }) => ({ hash, storedAt: stored_at }));
}

/** The present life of a stream; undefined when there is no such stream. */
export async function findEpoch(trx: DatabaseTransaction, stream: string): Promise<string | undefined> {
  return (await trx.selectFrom('stream').select('epoch').where('id', '=', stream).executeTakeFirst())?.epoch;
}
