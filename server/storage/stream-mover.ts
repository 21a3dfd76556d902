import { sql } from 'kysely';
import type { RecordRef } from '#shared/sync/accept.ts';
import { followMoves } from '#shared/sync/moved-stream.ts';
import { bySequence } from './by-sequence.ts';
import type { DatabaseTransaction } from './database.ts';
import type { CommuneMove } from './moved-streams.ts';
import { shiftStored, type StoredRecord } from './stored-record.ts';
import { listParked } from './sync-reader.ts';

/** Records moved by one statement. */
const AT_ONCE = 1000;

/** Holds the PCs of a commune, so that none of them is in the middle of sending. */
export async function lockDevicesOf(trx: DatabaseTransaction, commune: string): Promise<void> {
  await trx.selectFrom('device').select('id').where('commune', '=', commune).orderBy('id').forUpdate().execute();
}

/** Addresses that records of both streams bear. */
export async function listShared(trx: DatabaseTransaction, from: string, to: string): Promise<RecordRef[]> {
  const { rows } = await sql<RecordRef>`
    select a.type, a.id from record a join record b on b.stream = ${to} and b.type = a.type and b.id = a.id
    where a.stream = ${from} order by a.seq`.execute(trx);
  return rows;
}

/** Takes records out of a stream. */
export async function dropRecords(trx: DatabaseTransaction, stream: string, refs: readonly RecordRef[]): Promise<void> {
  await sql`
    delete from record r using unnest(${refs.map(({ type }) => type)}::text[], ${refs.map(({ id }) => id)}::uuid[]) as gone (type, id)
    where r.stream = ${stream} and r.type = gone.type and r.id = gone.id`.execute(trx);
}

/** Brings every record of one stream into the other, with its sequences moved. */
export async function moveRecords(trx: DatabaseTransaction, { from, to, by }: CommuneMove): Promise<void> {
  for (let after = -1; ;) {
    const rows = await trx
      .selectFrom('record')
      .select(['type', 'id', 'seq', 'data'])
      .where('stream', '=', from)
      .where(bySequence)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(AT_ONCE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    await moveSome(trx, { from, to, by }, rows);
    after = last.seq;
  }
}

type Way = Pick<CommuneMove, 'from' | 'to' | 'by'>;

async function moveSome(
  trx: DatabaseTransaction,
  { from, to, by }: Way,
  rows: readonly { readonly type: string; readonly id: string; readonly data: StoredRecord }[],
): Promise<void> {
  const data = rows.map((row) => JSON.stringify(shiftStored(row.data, by)));
  await sql`
    update record r set stream = ${to}, seq = r.seq + ${by}::bigint, data = m.data
    from rows from (
      unnest(${rows.map(({ type }) => type)}::text[]), unnest(${rows.map(({ id }) => id)}::uuid[]),
      json_array_elements(${`[${data.join(',')}]`}::json)) as m (type, id, data)
    where r.stream = ${from} and r.type = m.type and r.id = m.id`.execute(trx);
}

/**
 * Brings what else was kept of a stream and its commune to the other: trail, waiting ops, outcomes, numbers, files, PCs with their sessions, codes, logs and
 * packages. Numbers of books of what comes in are named by their former office from now on (`book-key.ts`): they run beside those of the other's books.
 * What PCs last said of their copies, and snapshots, are of a stream that is no more.
 */
export async function moveSurroundings(trx: DatabaseTransaction, move: CommuneMove): Promise<void> {
  const { commune, into, from, to, by } = move;
  const shift = sql`${by}::bigint`;
  await sql`update audit set stream = ${to}, seq = seq + ${shift} where stream = ${from}`.execute(trx);
  await moveParked(trx, move);
  await sql`
    update number_ledger set stream = ${to}, book = case when year = 0 or position('@' in book) > 0 then book else book || '@' || ${commune}::text end
    where stream = ${from}`.execute(trx);
  await sql`update kept_outcome set commune = ${into}, seq = seq + ${shift} where commune = ${commune}`.execute(trx);
  await sql`
    insert into shared_file (commune, hash, recipient, dispatch)
    select case commune when ${commune} then ${into} else commune end, hash, case recipient when ${commune} then ${into} else recipient end, dispatch
    from shared_file where commune = ${commune} or recipient = ${commune} on conflict do nothing`.execute(trx);
  await sql`delete from shared_file where commune = ${commune} or recipient = ${commune}`.execute(trx);
  await sql`
    insert into file (commune, hash, size, stored_at) select ${into}, hash, size, stored_at from file where commune = ${commune}
    on conflict do nothing`.execute(trx);
  await sql`delete from file where commune = ${commune}`.execute(trx);
  await sql`
    update device set commune = ${into}, pulled_seq = 0, pulled_epoch = null, pulled_at = null where commune = ${commune}`.execute(
    trx,
  );
  for (const table of ['session', 'enrolment_code', 'device_log', 'device_log_head', 'parcel'] as const)
    await sql`update ${sql.table(table)} set commune = ${into} where commune = ${commune}`.execute(trx);
  await sql`delete from snapshot where stream = ${from}`.execute(trx);
}

async function moveParked(trx: DatabaseTransaction, move: CommuneMove): Promise<void> {
  for (const { op } of await listParked(trx, move.from)) {
    await trx
      .updateTable('parked_op')
      .set({ stream: move.to, op: JSON.stringify(followMoves(op, move.life, [move]).op) })
      .where('device', '=', op.dev)
      .where('n', '=', op.n)
      .execute();
  }
}

/** The other stream goes on behind all that came; its numbering books are more. */
export async function joinStreams(trx: DatabaseTransaction, { from, to }: CommuneMove, seq: number): Promise<void> {
  await sql`
    update stream t set seq = ${seq}::bigint, register_ids = t.register_ids || f.register_ids
    from stream f where t.id = ${to} and f.id = ${from}`.execute(trx);
  await sql`update stream set register_ids = '{}' where id = ${from}`.execute(trx);
}
