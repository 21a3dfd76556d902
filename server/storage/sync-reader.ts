import { sql } from 'kysely';
import type { WipeOrder } from '#shared/contract/http.ts';
import type { ParkedOp, RecordRef } from '#shared/sync/accept.ts';
import type { Op, Outcome } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import type { ResupplyTurn } from '#shared/sync/resupply-turn.ts';
import { bySequence } from './by-sequence.ts';
import type { DatabaseTransaction } from './database.ts';
import { copyColumns, toDeviceCopy, type DeviceCopy } from './device-standing.ts';
import { toResupplyTurn, toWipeOrder, turnColumns } from './device-store.ts';
import { fromStored, type StoredRecord } from './stored-record.ts';

/** A device as a batch finds it. `marks`: its ring of counter marks; empty when it was not asked for. */
export type DeviceStanding = {
  readonly lastN: number;
  readonly isRevoked: boolean;
  readonly wipe: WipeOrder | undefined;
  readonly marks: Buffer;
  readonly turn: ResupplyTurn | undefined;
  readonly copy: DeviceCopy;
};

/** A stream as a batch finds it. */
export type StreamStanding = { readonly id: string; readonly seq: number; readonly epoch: string };

/** A record with the length of its JSON in bytes, by which pages are cut. */
export type SizedRecord = { readonly record: SyncRecord; readonly bytes: number };

/** A number of a book as the ledger has it. Of outgoing papers `book` is the key of the series (`number-book.ts`) and `year` 0. */
export type LedgerEntry = {
  readonly book: string;
  readonly year: number;
  readonly number: number;
  readonly recordId: string;
};

/** The device's row; locked for the transaction when a batch is to be taken, so that repeats and races of one device wait for each other. */
export async function findDeviceStanding(
  trx: DatabaseTransaction,
  dev: number,
  lock: boolean,
): Promise<DeviceStanding | undefined> {
  const columns = ['last_n', 'revoked_at', 'wipe_at', 'wipe_signature', ...turnColumns, ...copyColumns] as const;
  const query = trx.selectFrom('device').select(columns);
  const row = await (
    lock ? query.select('marks').where('id', '=', dev).forUpdate() : query.where('id', '=', dev)
  ).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    lastN: row.last_n,
    isRevoked: row.revoked_at !== null,
    wipe: toWipeOrder(dev, row),
    marks: 'marks' in row ? (row.marks as Buffer) : Buffer.alloc(0),
    turn: toResupplyTurn(row),
    copy: toDeviceCopy(row),
  };
}

/** An op as the trail has it. `atMs`: when it arrived, milliseconds. */
export type TrailEntry = { readonly n: number; readonly by: string; readonly h: number; readonly atMs: number };

/** What the trail has of a device's ops on these records under these counters; absent where another op, or none, was taken. */
export async function listTrail(
  trx: DatabaseTransaction,
  stream: string,
  dev: number,
  ops: readonly (RecordRef & { readonly n: number })[],
): Promise<TrailEntry[]> {
  const { rows } = await sql<{ n: number; by: string; h: number; at: Date }>`
    select t.* from unnest(${ops.map(({ type }) => type)}::text[], ${ops.map(({ id }) => id)}::uuid[],
      ${ops.map(({ n }) => n)}::bigint[]) as asked (type, id, n)
    cross join lateral (
      select n, by, h, at from audit
      where stream = ${stream} and type = asked.type and id = asked.id and device = ${dev} and n = asked.n
      order by seq limit 1) as t`.execute(trx);
  return rows.map(({ n, by, h, at }) => ({ n, by, h, atMs: at.getTime() }));
}

/** A locked stream, with its numbering books. `formerEnd`: when the life before this one ended (server milliseconds), if that is known. */
export type LockedStream = StreamStanding & {
  readonly registers: readonly RecordRef[];
  readonly formerEnd: number | null;
};

/** Locks the stream. Must come before its records are read: commit order is then sequence order (reference 5.6). */
export async function lockStream(trx: DatabaseTransaction, id: string): Promise<LockedStream> {
  const columns = ['id', 'seq', 'epoch', 'register_ids', 'former_end'] as const;
  const { register_ids, former_end, ...stream } = await trx
    .selectFrom('stream')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const registers = register_ids.map((registerId) => ({ type: 'register', id: registerId }));
  return { ...stream, registers, formerEnd: former_end };
}

/** What an answer begins with. */
type ForAnswer = { readonly streams: readonly StreamStanding[]; readonly late: readonly Outcome[] };

/**
 * Streams as they stand, without a lock, and the late outcomes the device has not yet taken note of, at most 1,000: in one statement. To be read before
 * the records of the streams, so that a page never claims a sequence it did not see.
 */
export async function readForAnswer(trx: DatabaseTransaction, ids: readonly string[], dev: number): Promise<ForAnswer> {
  type Row = (StreamStanding & { kind: null }) | ({ id: null } & OutcomeRow);
  const { rows } = await sql<Row>`
    select id, seq, epoch, null::bigint as n, null as kind, null as reason from stream where id = any(${ids}::text[])
    union all
    (select null, seq, null, n, kind, reason from kept_outcome where device = ${dev} and late order by n limit 1000)`.execute(
    trx,
  );
  return {
    streams: rows.flatMap((row) => (row.id === null ? [] : [{ id: row.id, seq: row.seq, epoch: row.epoch }])),
    late: rows.flatMap((row) => (row.id === null ? [toOutcome(row)] : [])),
  };
}

/**
 * The records at these addresses that exist. One look at the key for each (`lateral … limit 1`): no plan made while the table was small
 * can turn it into a walk through the whole stream.
 */
export async function listRecords(
  trx: DatabaseTransaction,
  stream: string,
  refs: readonly RecordRef[],
): Promise<SyncRecord[]> {
  const { rows } = await sql<RecordRow>`
    select r.* from unnest(${refs.map(({ type }) => type)}::text[], ${refs.map(({ id }) => id)}::uuid[]) as asked (type, id)
    cross join lateral (
      select type, id, seq, data from record where stream = ${stream} and type = asked.type and id = asked.id limit 1) as r`.execute(
    trx,
  );
  return rows.map(toRecord);
}

/** What a batch is judged by. */
type ForBatch = { readonly records: readonly SyncRecord[]; readonly parked: ParkedOp[] };

/**
 * The records at these addresses, every record of these entities (the same record may come twice), and the ops that wait for their parent: in one
 * statement, because a round trip costs more than most of these looks. `offset 0`: one look at the key for each entity; joined to the whole stream it
 * would be read through.
 */
export async function listForBatch(
  trx: DatabaseTransaction,
  stream: string,
  refs: readonly RecordRef[],
  types: readonly string[],
): Promise<ForBatch> {
  const { rows } = await sql<RecordRow | { type: null; id: null; seq: number; data: Op }>`
    select r.* from unnest(${refs.map(({ type }) => type)}::text[], ${refs.map(({ id }) => id)}::uuid[]) as asked (type, id)
    cross join lateral (
      select type, id, seq, data from record where stream = ${stream} and type = asked.type and id = asked.id limit 1) as r
    union all
    select r.* from unnest(${types}::text[]) as whole (type)
    cross join lateral (select type, id, seq, data from record where stream = ${stream} and type = whole.type offset 0) as r
    union all
    select null, null, since, op from parked_op where stream = ${stream}`.execute(trx);
  const parked = rows.flatMap((row) => (row.type === null ? [{ op: row.data, since: row.seq }] : []));
  return {
    records: rows.flatMap((row) => (row.type === null ? [] : [toRecord(row)])),
    parked: parked.sort((a, b) => a.op.dev - b.op.dev || a.op.n - b.op.n),
  };
}

/** Every record of these entities; for entities of which a commune has few. */
export async function listRecordsOf(
  trx: DatabaseTransaction,
  stream: string,
  ...types: readonly string[]
): Promise<SyncRecord[]> {
  const rows = await trx
    .selectFrom('record')
    .select(['type', 'id', 'seq', 'data'])
    .where('stream', '=', stream)
    .where('type', 'in', types)
    .execute();
  return rows.map(toRecord);
}

/** Records changed after a sequence, in its order, at most `limit`. */
export async function listRecordsAfter(
  trx: DatabaseTransaction,
  stream: string,
  after: number,
  limit: number,
): Promise<SizedRecord[]> {
  const { rows } = await sql<Omit<RecordRow, 'data'> & { data: string }>`
    select type, id, seq, data::text as data from record
    where stream = ${stream} and ${bySequence} and seq > ${after} order by seq limit ${limit}`.execute(trx);
  return rows.map((row) => ({
    record: toRecord({ ...row, data: JSON.parse(row.data) as StoredRecord }),
    bytes: Buffer.byteLength(row.data),
  }));
}

/** Records last changed after one sequence and up to another, in its order, at most `limit`. */
export async function listRecordsBetween(
  trx: DatabaseTransaction,
  stream: string,
  after: number,
  upTo: number,
  limit: number,
): Promise<SyncRecord[]> {
  const { rows } = await sql<RecordRow>`
    select type, id, seq, data from record
    where stream = ${stream} and ${bySequence} and seq > ${after} and seq <= ${upTo} order by seq limit ${limit}`.execute(
    trx,
  );
  return rows.map(toRecord);
}

/** Ids and sequences of a whole stream, for its integrity digest. */
export async function listSequences(trx: DatabaseTransaction, stream: string): Promise<{ id: string; seq: number }[]> {
  return trx.selectFrom('record').select(['id', 'seq']).where('stream', '=', stream).execute();
}

/** Ops of a stream that wait for their parent. */
export async function listParked(trx: DatabaseTransaction, stream: string): Promise<ParkedOp[]> {
  return trx
    .selectFrom('parked_op')
    .select(['op', 'since'])
    .where('stream', '=', stream)
    .orderBy('device')
    .orderBy('n')
    .execute();
}

/** Whether ops of a stream have waited for their parent since before this moment (server milliseconds). */
export async function hasParkedBefore(trx: DatabaseTransaction, stream: string, moment: number): Promise<boolean> {
  const found = trx
    .selectFrom('parked_op')
    .select('n')
    .where('stream', '=', stream)
    .where('since', '<', moment)
    .limit(1);
  return (await found.executeTakeFirst()) !== undefined;
}

/** Numbers of a series that the ledger is asked for: `from` to `to`, both included. */
export type WantedNumbers = Pick<LedgerEntry, 'book' | 'year'> & { readonly from: number; readonly to: number };

/** Ledger rows of these records, and of these numbers. One look at the key for each number, like `listRecords`. */
export async function listLedger(
  trx: DatabaseTransaction,
  stream: string,
  recordIds: readonly string[],
  wanted: readonly WantedNumbers[],
): Promise<LedgerEntry[]> {
  const { rows } = await sql<LedgerEntry>`
    select l.* from unnest(${recordIds}::uuid[]) as asked (id)
    cross join lateral (
      select book, year, number, record_id as "recordId" from number_ledger
      where stream = ${stream} and record_id = asked.id limit 1) as l
    union
    select l.* from unnest(${wanted.map(({ book }) => book)}::text[], ${wanted.map(({ year }) => year)}::int[],
      ${wanted.map(({ from }) => from)}::int[], ${wanted.map(({ to }) => to)}::int[]) as w (book, year, first, last)
    cross join lateral generate_series(w.first, w.last) as n (number)
    cross join lateral (
      select book, year, number, record_id as "recordId" from number_ledger
      where stream = ${stream} and book = w.book and year = w.year and number = n.number limit 1) as l`.execute(trx);
  return rows;
}

/** Which of these device numbers may stand as writers of what is brought back into this commune's stream. */
export async function listWriters(
  trx: DatabaseTransaction,
  commune: string,
  devices: readonly number[],
): Promise<ReadonlySet<number>> {
  if (devices.length === 0) return new Set();
  const { rows } = await sql<{ n: number }>`select writers_of(${commune}, ${devices}::bigint[]) as n`.execute(trx);
  return new Set(rows.map(({ n }) => n));
}

/** Kept outcomes of these counters of a device: of ops that did not simply succeed. */
export async function listKeptOutcomes(
  trx: DatabaseTransaction,
  dev: number,
  from: number,
  to: number,
): Promise<Outcome[]> {
  const rows = await outcomes(trx).where('device', '=', dev).where('n', '>=', from).where('n', '<=', to).execute();
  return rows.map(toOutcome);
}

function outcomes(trx: DatabaseTransaction) {
  return trx.selectFrom('kept_outcome').select(['n', 'kind', 'reason', 'seq']).orderBy('n');
}

type RecordRow = { type: string; id: string; seq: number; data: StoredRecord };
type OutcomeRow = { n: number; kind: Outcome['kind']; reason: string | null; seq: number | null };

function toRecord({ type, id, seq, data }: RecordRow): SyncRecord {
  return fromStored(type, id, seq, data);
}

function toOutcome({ n, kind, reason, seq }: OutcomeRow): Outcome {
  if (kind === 'rejected') return { n, kind, reason: reason ?? '' };
  return kind === 'parked' ? { n, kind } : { n, kind, seq: seq ?? 0 };
}
