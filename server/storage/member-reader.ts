import { sql } from 'kysely';
import type { SyncRecord } from '#shared/sync/record.ts';
import type { DatabaseTransaction } from './database.ts';
import { fromStored, type StoredRecord } from './stored-record.ts';

type RecordRow = { type: string; id: string; seq: number; data: StoredRecord };

/** Transfers and arrivals of these members, by the ids they have in this stream. */
export async function listTransfersOf(
  trx: DatabaseTransaction,
  stream: string,
  memberIds: readonly string[],
): Promise<SyncRecord[]> {
  const { rows } = await sql<RecordRow>`
    select r.* from unnest(${memberIds}::text[]) as asked (id)
    cross join lateral (
      select type, id, seq, data from record
      where stream = ${stream} and (data -> 'f' -> 'memberId' ->> 0) = asked.id
        and type in ('memberTransfer', 'memberArrival')) as r`.execute(trx);
  return rows.map(toRecord);
}

/** Lines, events and confirmed changes of a member. */
export async function listChildrenOf(
  trx: DatabaseTransaction,
  stream: string,
  memberId: string,
): Promise<SyncRecord[]> {
  const { rows } = await sql<RecordRow>`
    select type, id, seq, data from record
    where stream = ${stream} and (data -> 'f' -> 'memberId' ->> 0) = ${memberId}
      and type in ('memberLine', 'memberEvent', 'memberChange')
    order by id`.execute(trx);
  return rows.map(toRecord);
}

/** Files that lie with these records. */
export async function listAttachmentsOf(
  trx: DatabaseTransaction,
  stream: string,
  ownerIds: readonly string[],
): Promise<SyncRecord[]> {
  const { rows } = await sql<RecordRow>`
    select r.* from unnest(${ownerIds}::text[]) as asked (id)
    cross join lateral (
      select type, id, seq, data from record
      where stream = ${stream} and type = 'attachment' and (data -> 'f' -> 'documentId' ->> 0) = asked.id
      order by record.id) as r`.execute(trx);
  return rows.map(toRecord);
}

function toRecord({ type, id, seq, data }: RecordRow): SyncRecord {
  return fromStored(type, id, seq, data);
}
