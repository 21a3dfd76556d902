import { SNAPSHOT_FORM } from '#shared/contract/snapshot/snapshot-chunk.ts';
import type { SnapshotChunk } from '#shared/sync/snapshot-load.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import type { SnapshotPlace } from '#server/storage/file-place.ts';
import { listRecordsBefore, type KeptSnapshot } from '#server/storage/snapshot-store.ts';
import type { StreamStanding } from '#server/storage/sync-reader.ts';
import { encodeChunk } from './chunk-codec.ts';
import { keyOf, listFirstRecords } from './first-records.ts';

/** What a new PC waits for before anybody can work on it, in bytes: five seconds of 256 kbit/s. */
const FIRST_CHUNK_BYTES = 160 * 1024;

/**
 * Records in one chunk: what is in memory at once, what one look at the columns keeps the server from answering (150 ms), and what a PC
 * applies at once. Some 250 KB as they are sent: on a line of 2 Mbit/s a chunk's round trip takes a fifth of its time.
 */
export const CHUNK_RECORDS = 6000;
/** And bytes of their JSON, for where records are long. */
const CHUNK_JSON_BYTES = 8 * 1024 * 1024;
const ROWS_PER_READ = 1000;

/**
 * Builds the snapshot of a stream as it stands: first what the first screen needs, then everything else, newest first. Whatever is changed while it
 * is built has a sequence behind `standing.seq` by then, so that the pages behind the snapshot bring it: no moment of the database is held.
 */
export async function buildSnapshot(
  trx: DatabaseTransaction,
  place: SnapshotPlace,
  standing: StreamStanding,
  { nowMs, chunkRecords }: { readonly nowMs: number; readonly chunkRecords: number },
): Promise<KeptSnapshot> {
  const { id: stream, epoch, seq } = standing;
  const chunks: SnapshotChunk[] = [];
  const keep = async (records: readonly SyncRecord[], bytes: Uint8Array): Promise<void> => {
    const hash = await place.keep(stream, bytes);
    chunks.push({ hash, size: bytes.length, records: records.length, papers: records.filter(isPaper).length });
  };
  const first = await chooseFirst(trx, stream, seq);
  if (first.records.length > 0) await keep(first.records, first.bytes);
  const taken = new Set(first.records.map(keyOf));
  for await (const records of listRest(trx, { stream, upTo: seq, taken, chunkRecords }))
    await keep(records, await encodeChunk(records));
  return { stream, epoch, seq, form: SNAPSHOT_FORM, chunks, builtAt: nowMs };
}

type Chosen = { readonly records: readonly SyncRecord[]; readonly bytes: Uint8Array };

/** What the first screen needs, with the members if they fit. */
async function chooseFirst(trx: DatabaseTransaction, stream: string, upTo: number): Promise<Chosen> {
  const { needed, members } = await listFirstRecords(trx, stream, upTo);
  if (members.length > 0) {
    const records = [...needed, ...members];
    const bytes = await encodeChunk(records);
    if (bytes.length <= FIRST_CHUNK_BYTES) return { records, bytes };
  }
  return { records: needed, bytes: await encodeChunk(needed) };
}

type RestOrder = {
  readonly stream: string;
  readonly upTo: number;
  readonly taken: ReadonlySet<string>;
  readonly chunkRecords: number;
};

/** Everything but what is taken already, newest first. */
async function* listRest(
  trx: DatabaseTransaction,
  { stream, upTo, taken, chunkRecords }: RestOrder,
): AsyncGenerator<readonly SyncRecord[]> {
  let chunk: SyncRecord[] = [];
  let size = 0;
  for (let before = upTo + 1; ;) {
    const rows = await listRecordsBefore(trx, stream, before, ROWS_PER_READ);
    for (const { record, bytes } of rows) {
      if (taken.has(keyOf(record))) continue;
      if (chunk.length >= chunkRecords || (size + bytes > CHUNK_JSON_BYTES && chunk.length > 0)) {
        yield chunk;
        chunk = [];
        size = 0;
      }
      chunk.push(record);
      size += bytes;
    }
    const last = rows.at(-1);
    if (rows.length < ROWS_PER_READ || last === undefined) break;
    before = last.record.seq;
  }
  if (chunk.length > 0) yield chunk;
}

function isPaper({ type }: SyncRecord): boolean {
  return type === 'document' || type === 'outgoing';
}
