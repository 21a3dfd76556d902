import type { StreamAnswer, StreamAsk } from '#shared/contract/protocol.ts';
import { communeStream, PROVINCE_STREAM } from '#shared/entities.ts';
import type { ConfirmedStretch } from '#shared/sync/content-text.ts';
import { digestOf, digestRoot } from '#shared/sync/digest.ts';
import { toPage, type Page } from '#shared/sync/page.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import type { DeviceProgress } from '#server/storage/device-store.ts';
import { listFilesHere } from '#server/storage/file-store.ts';
import {
  listRecordsAfter,
  listRecordsBetween,
  listSequences,
  type SizedRecord,
  type StreamStanding,
} from '#server/storage/sync-reader.ts';
import { hashStretch } from './hash-stretch.ts';
import type { Pushed } from './sync-push.ts';

/** Most bytes of record JSON one answer carries; packed and squeezed it then always fits a frame. */
const PAGE_BYTES = 900_000;

/** Most older records whose content one answer confirms: some tens of milliseconds of reading and hashing. */
const CONFIRMED_AT_ONCE = 1000;

/** The streams a PC of this commune may read. */
export function readableStreams(commune: string): readonly string[] {
  return [communeStream(commune), PROVINCE_STREAM];
}

/** Answers for the streams asked for. `streams`: the readable ones as they stand; `taken`: progress of the PCs asked about, read before them. A stream that is not among the readable ones is answered like one that does not exist. */
export async function pullStreams(
  trx: DatabaseTransaction,
  commune: string,
  streams: readonly StreamStanding[],
  asks: readonly StreamAsk[],
  pushed: Pushed | undefined,
  taken: readonly DeviceProgress[],
): Promise<StreamAnswer[]> {
  const answers: StreamAnswer[] = [];
  let room = PAGE_BYTES;
  for (const ask of asks) {
    const stream = streams.find(({ id }) => id === ask.id);
    const { answer, bytes } =
      stream === undefined ? { answer: toDropped(ask), bytes: 0 } : await pullStream(trx, ask, stream, pushed, room);
    room -= bytes;
    const { awaits = [] } = ask;
    const mayHave = stream?.id === communeStream(commune) && awaits.length > 0;
    const here = mayHave ? await listFilesHere(trx, commune, awaits) : [];
    const isOwn = stream?.id === communeStream(commune) && answer.resync !== true;
    answers.push({
      ...answer,
      ...(here.length > 0 && { here }),
      ...(isOwn && taken.length > 0 && { taken: taken.map((each) => ({ ...each, seq: stream.seq })) }),
    });
  }
  return answers;
}

type Pulled = { readonly answer: StreamAnswer; readonly bytes: number };

async function pullStream(
  trx: DatabaseTransaction,
  ask: StreamAsk,
  stream: StreamStanding,
  pushed: Pushed | undefined,
  room: number,
): Promise<Pulled> {
  if (!isContinuable(ask, stream) || (await differs(trx, ask, stream))) return { answer: toResync(stream), bytes: 0 };
  const found =
    changedByThisBatch(ask, stream, pushed) ?? (await listRecordsAfter(trx, stream.id, ask.after, ask.limit + 1));
  const fitting = countFitting(found, Math.min(ask.limit, found.length), room);
  const page = toPage(
    found.map(({ record }) => record),
    ask.base,
    fitting,
    stream.seq,
  );
  const bytes = found.slice(0, fitting).reduce((sum, entry) => sum + entry.bytes, 0);
  const records = found.slice(0, fitting).map(({ record }) => record);
  const confirmed = await confirm(trx, ask, stream.id, records, page);
  const answer = { id: stream.id, epoch: stream.epoch, ...page };
  return { answer: confirmed === undefined ? answer : { ...answer, confirmed }, bytes };
}

/**
 * What is held of the stretch the asker wants confirmed: of this very page (`records`, whole), or of older records. Those only with the last page: before
 * it the asker may hold a record as it was that has moved on since.
 */
async function confirm(
  trx: DatabaseTransaction,
  ask: StreamAsk,
  stream: string,
  records: readonly SyncRecord[],
  { next, more }: Page,
): Promise<ConfirmedStretch | undefined> {
  const { confirm: from, after } = ask;
  if (from === undefined || from > after) return undefined;
  if (from === after) return records.length === 0 ? undefined : { upTo: next, hash: hashStretch(records) };
  if (more) return undefined;
  const older = await listRecordsBetween(trx, stream, from, after, CONFIRMED_AT_ONCE + 1);
  const stretch = older.slice(0, CONFIRMED_AT_ONCE);
  const upTo = older.length > stretch.length ? (stretch.at(-1)?.seq ?? after) : after;
  return { upTo, hash: hashStretch(stretch) };
}

/** A copy of another life of the stream, or one that claims to know the future, cannot be continued. */
function isContinuable(ask: StreamAsk, stream: StreamStanding): boolean {
  const isEmpty = ask.base === 0 && ask.after === 0;
  return isEmpty
    ? ask.epoch === '' || ask.epoch === stream.epoch
    : ask.epoch === stream.epoch && ask.base <= ask.after && ask.after <= stream.seq;
}

/** Whether the asker's copy is not ours. Only a copy that is complete up to this moment can be compared. */
async function differs(trx: DatabaseTransaction, ask: StreamAsk, stream: StreamStanding): Promise<boolean> {
  if (ask.check === undefined || ask.base !== stream.seq || ask.after !== stream.seq) return false;
  const rows = await listSequences(trx, stream.id);
  // Without the stream's lock a commit may have come in between: then there is nothing to compare with this time.
  if (rows.some(({ seq }) => seq > stream.seq)) return false;
  return digestRoot(digestOf(rows)) !== ask.check;
}

/** Who was complete before this batch lacks exactly what it changed: no need to read it again. */
function changedByThisBatch(
  ask: StreamAsk,
  stream: StreamStanding,
  pushed: Pushed | undefined,
): readonly SizedRecord[] | undefined {
  if (pushed?.before.id !== stream.id || ask.after !== pushed.before.seq) return undefined;
  return pushed.changed.map(({ record, json }) => ({ record, bytes: json.length * 2 }));
}

/** How many of the first `limit` records fit into `room`; at least one, so that a page always moves. */
function countFitting(found: readonly SizedRecord[], limit: number, room: number): number {
  let bytes = 0;
  const first = found.slice(0, limit).findIndex((entry) => (bytes += entry.bytes) > room);
  return first === -1 ? limit : Math.max(1, first);
}

function toResync({ id, epoch }: StreamStanding): StreamAnswer {
  return { id, epoch, rows: [], next: 0, more: true, resync: true };
}

function toDropped({ id }: StreamAsk): StreamAnswer {
  return { id, epoch: '', rows: [], next: 0, more: false, drop: true };
}
