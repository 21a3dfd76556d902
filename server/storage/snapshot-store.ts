import { sql } from 'kysely';
import type { SnapshotManifest } from '#shared/contract/snapshot/snapshot-manifest.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import { bySequence } from './by-sequence.ts';
import type { DatabaseTransaction } from './database.ts';
import { fromStored, type StoredRecord } from './stored-record.ts';
import type { SizedRecord, StreamStanding } from './sync-reader.ts';

/** A snapshot as it is noted. `builtAt`: server milliseconds. */
export type KeptSnapshot = SnapshotManifest & { readonly builtAt: number };

/** The newest snapshot of a stream, of whichever life of it. */
export async function findSnapshot(trx: DatabaseTransaction, stream: string): Promise<KeptSnapshot | undefined> {
  const row = await trx.selectFrom('snapshot').selectAll().where('stream', '=', stream).executeTakeFirst();
  if (row === undefined) return undefined;
  const { built_at: builtAt, chunks, ...rest } = row;
  return { ...rest, chunks: [...chunks], builtAt };
}

/** Notes a stream's newest snapshot in place of the one before. */
export async function putSnapshot(trx: DatabaseTransaction, snapshot: KeptSnapshot): Promise<void> {
  const { builtAt, chunks, stream, ...rest } = snapshot;
  const values = { ...rest, chunks: JSON.stringify(chunks), built_at: builtAt };
  await trx
    .insertInto('snapshot')
    .values({ stream, ...values })
    .onConflict((conflict) => conflict.column('stream').doUpdateSet(values))
    .execute();
}

/** Takes the right to build a stream's snapshot until the transaction ends; false while another node has it. */
export async function takeBuildLock(trx: DatabaseTransaction, stream: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`snapshot/${stream}`}, 0)) as taken`.execute(trx);
  return rows[0]?.taken === true;
}

/** Streams as they stand, those that there are. */
export async function readStandings(trx: DatabaseTransaction, streams: readonly string[]): Promise<StreamStanding[]> {
  return trx.selectFrom('stream').select(['id', 'seq', 'epoch']).where('id', 'in', streams).execute();
}

type RecordRow = { readonly type: string; readonly id: string; readonly seq: number; readonly data: StoredRecord };

/** Records of a stream with a sequence below `before`, newest first, at most `limit`, each with the length of its JSON in bytes. */
export async function listRecordsBefore(
  trx: DatabaseTransaction,
  stream: string,
  before: number,
  limit: number,
): Promise<SizedRecord[]> {
  const { rows } = await sql<Omit<RecordRow, 'data'> & { readonly data: string }>`
    select type, id, seq, data::text as data from record
    where stream = ${stream} and ${bySequence} and seq < ${before} order by seq desc limit ${limit}`.execute(trx);
  return rows.map(({ type, id, seq, data }) => ({
    record: fromStored(type, id, seq, JSON.parse(data) as StoredRecord),
    bytes: Buffer.byteLength(data),
  }));
}

/** The newest records of one entity with a sequence up to `upTo`, at most `limit`. */
export async function listNewestOf(
  trx: DatabaseTransaction,
  stream: string,
  type: string,
  upTo: number,
  limit: number,
): Promise<SyncRecord[]> {
  const { rows } = await sql<RecordRow>`
    select type, id, seq, data from record
    where stream = ${stream} and ${bySequence} and type = ${type} and seq <= ${upTo} order by seq desc limit ${limit}`.execute(
    trx,
  );
  return rows.map(toRecord);
}

/** Records of an entity whose `field` names one of these records, with a sequence up to `upTo`. */
export async function listChildren(
  trx: DatabaseTransaction,
  stream: string,
  { type, field }: { readonly type: string; readonly field: string },
  parents: readonly string[],
  upTo: number,
): Promise<SyncRecord[]> {
  const { rows } = await sql<RecordRow>`
    select type, id, seq, data from record
    where stream = ${stream} and type = ${type} and seq <= ${upTo}
      and (data -> 'f' -> (${field}::text) ->> 0) = any(${parents}::text[])`.execute(trx);
  return rows.map(toRecord);
}

function toRecord({ type, id, seq, data }: RecordRow): SyncRecord {
  return fromStored(type, id, seq, data);
}
