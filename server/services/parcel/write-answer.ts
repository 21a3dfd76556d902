import { createHash, randomBytes } from 'node:crypto';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { PROVINCE_ADDRESS, type ParcelHead } from '#shared/contract/parcel-manifest.ts';
import { PROTOCOL_VERSION, type StreamAsk, type SyncAnswer } from '#shared/contract/protocol.ts';
import { packAnswer, packRequest } from '#shared/contract/wire.ts';
import { communeStream } from '#shared/entities.ts';
import { passHeld, type HeldStretch } from '#shared/sync/cookie.ts';
import type { StreamMove } from '#shared/sync/moved-stream.ts';
import { MAX_ROWS_PER_PAGE } from '#shared/sync/page.ts';
import { joinAnswer } from '#parcel/answer-message.ts';
import { writeParcel, type ParcelFile, type ParcelMessage, type WrittenParcel } from '#parcel/write-parcel.ts';
import { inCommune } from '#server/storage/database.ts';
import { insertParcel, listParcels, nextParcelNumber, type StoredParcel } from '#server/storage/parcel-store.ts';
import { getCommune } from '#server/storage/enrolment-store.ts';
import { listMovesInto } from '#server/storage/moved-streams.ts';
import { listOutcomes } from '../sync-outcomes.ts';
import { readableStreams } from '../sync-pull.ts';
import type { Caller } from '../sync-push.ts';
import { findAnyDevice, type ParcelClerk, type ParcelDesk } from './parcel-desk.ts';

/** Most bytes of answers in one package; a PC that lacks more says so in its next one. */
const ANSWERS_MAX_BYTES = 64 * 1024 * 1024;

/** Packages read before whose files are confirmed, and that are receipted, in each answer. */
const PARCELS_ANSWERED = 200;
const FILES_ASKED = 500;
const FILES_MAX = 20_000;
/** Most outcomes in one package. What is left over is told with the next. */
const OUTCOMES_MAX = 20_000;

/** A package that was written for a PC. `isAll`: whether the PC has everything with it. */
export type WrittenAnswer = WrittenParcel & {
  readonly number: number;
  readonly receipts: number;
  readonly isAll: boolean;
};

/**
 * Writes for a PC what it would be answered over the line: the word on its ops, rows since the cookies of its last package (everything, if it never wrote one),
 * files it waits for, which of its files are here, receipts. A PC that is shut out gets nothing (`device-revoked`).
 */
export async function writeAnswer(
  desk: ParcelDesk,
  dev: number,
  folder: string,
  { by, label }: ParcelClerk,
): Promise<Result<WrittenAnswer, ErrorCode>> {
  const { db, province } = desk;
  const device = await findAnyDevice(desk, dev);
  if (device === undefined) return err('not-found');
  if (device.isRevoked) return err('device-revoked');
  const caller = { dev, commune: device.commune };
  const { read, number, commune, moves } = await inCommune(db, device.commune, async (trx) => ({
    read: await listParcels(trx, dev, 'up', PARCELS_ANSWERED),
    number: await nextParcelNumber(trx, dev),
    commune: await getCommune(trx, device.commune),
    moves: await listMovesInto(trx, device.commune),
  }));
  const answers = await collectAnswers(desk, caller, read[0], moves);
  if (!answers.ok) return answers;
  const at = Math.round(desk.now());
  const head: ParcelHead = {
    ...{ id: randomBytes(16).toString('hex'), way: 'down', from: PROVINCE_ADDRESS, to: dev },
    ...{ fromKey: province.publicKey, toKey: device.publicKey, commune: device.commune },
    ...{ series: createHash('sha256').update(province.publicKey).digest('hex').slice(0, 16), number, at },
    ...{ carrier: by, label, ops: read[0]?.facts.ops ?? null, cookies: [], awaits: [] },
    ...(moves.length > 0 && { moved: { commune, moves } }),
    kept: await listKept(desk, caller, read),
    receipts: read.map((parcel) => ({ id: parcel.id, number: parcel.number, at: parcel.at })),
  };
  const files = await findAwaited(desk, caller, read[0]?.facts.awaits ?? []);
  const { stick, partBytes } = desk;
  const { messages, isAll } = answers.value;
  const written = await writeParcel({ stick, folder, head, messages, files, partBytes, sign: province.sign });
  if (!written.ok) return written;
  const facts = { cookies: [], awaits: [], ops: head.ops, files: written.value.files };
  const { id, series } = head;
  const stored = {
    id,
    commune: commune.id,
    dev,
    way: 'down' as const,
    series,
    number,
    at,
    by,
    label,
    receivedAt: null,
    facts,
  };
  await inCommune(db, commune.id, (trx) => insertParcel(trx, stored));
  return ok({ ...written.value, number, receipts: head.receipts.length, isAll });
}

type Answers = { readonly messages: readonly ParcelMessage[]; readonly isAll: boolean };

/** Pages of all streams, as many as it takes, the word on the PC's ops with the first. */
async function collectAnswers(
  desk: ParcelDesk,
  caller: Caller,
  last: StoredParcel | undefined,
  moves: readonly StreamMove[],
): Promise<Result<Answers, ErrorCode>> {
  const held = heldBy(last, moves, communeStream(caller.commune));
  const messages: ParcelMessage[] = [];
  let bytes = 0;
  let asks = firstAsks(caller, last);
  while (asks.length > 0 && bytes < ANSWERS_MAX_BYTES) {
    const request = { v: PROTOCOL_VERSION, dev: caller.dev, ops: [], seen: [], streams: asks };
    const answered = await desk.sync.exchange(caller, request);
    if (!answered.ok) return err(answered.error.code);
    const answer =
      messages.length === 0 ? await withOutcomes(desk, caller, last, answered.value) : { ...answered.value, late: [] };
    const { frames } = desk;
    const joined = joinAnswer(frames.toBytes(packRequest(request)), frames.toBytes(packAnswer(answer, request)));
    messages.push({ kind: 'answer', bytes: joined });
    bytes += joined.length;
    asks = nextAsks(asks, answer).map((ask) => (ask.id === communeStream(caller.commune) ? passOver(ask, held) : ask));
  }
  return ok({ messages, isAll: asks.length === 0 });
}

function firstAsks({ commune }: Caller, last: StoredParcel | undefined): readonly StreamAsk[] {
  const known = new Map(last?.facts.cookies.map((cookie) => [cookie.id, cookie]));
  return readableStreams(commune).map((id) => {
    const { epoch, base, after } = known.get(id) ?? { epoch: '', base: 0, after: 0 };
    const peers = id === communeStream(commune) ? last?.facts.peers : undefined;
    return { id, epoch, base, after, limit: MAX_ROWS_PER_PAGE, ...(peers !== undefined && { peers }) };
  });
}

/** What a PC that wrote under the name of a merged commune brings along whole when it follows (`move-copy.ts`); of a longer way it brings nothing whole. */
function heldBy(last: StoredParcel | undefined, moves: readonly StreamMove[], into: string): HeldStretch | undefined {
  const found = last?.facts.cookies.flatMap(({ id, epoch, base }) => {
    const move = moves.find(({ from, to, life }) => from === id && to === into && life === epoch);
    return move === undefined || base === 0 ? [] : [{ from: move.by, to: move.by + base }];
  });
  return found?.[0];
}

/** Goes on behind what the PC holds already, as its own cookie does. */
function passOver(ask: StreamAsk, held: HeldStretch | undefined): StreamAsk {
  const { epoch, base } = ask;
  const passed = passHeld({ epoch, base, after: ask.after, held });
  return { ...ask, after: passed.after };
}

/** Goes on where a page ended; a stream whose copy cannot be continued begins anew. */
function nextAsks(asks: readonly StreamAsk[], { streams }: SyncAnswer): readonly StreamAsk[] {
  return asks.flatMap((ask) => {
    const page = streams.find(({ id }) => id === ask.id);
    if (page === undefined || page.drop === true || !page.more) return [];
    const isAnew = page.resync === true;
    return [{ ...ask, epoch: page.epoch, base: isAnew ? 0 : ask.base, after: isAnew ? 0 : page.next }];
  });
}

async function withOutcomes(
  { db }: ParcelDesk,
  caller: Caller,
  last: StoredParcel | undefined,
  answer: SyncAnswer,
): Promise<SyncAnswer> {
  const first = last?.facts.ops?.first;
  if (first === undefined || first > answer.acked) return answer;
  const until = Math.min(answer.acked, first + OUTCOMES_MAX - 1);
  const outcomes = await inCommune(db, caller.commune, (trx) => listOutcomes(trx, caller, first, until));
  return { ...answer, outcomes };
}

/** Which files of the PC's packages the province has. */
async function listKept({ files }: ParcelDesk, caller: Caller, read: readonly StoredParcel[]): Promise<string[]> {
  const named = [...new Set(read.flatMap(({ facts }) => facts.files))].slice(0, FILES_MAX);
  const kept: string[] = [];
  for (let from = 0; from < named.length; from += FILES_ASKED) {
    const some = named.slice(from, from + FILES_ASKED);
    const missing = new Set(await files.missing(caller, some));
    kept.push(...some.filter((hash) => !missing.has(hash)));
  }
  return kept;
}

async function findAwaited({ files }: ParcelDesk, caller: Caller, awaits: readonly string[]): Promise<ParcelFile[]> {
  const found: ParcelFile[] = [];
  for (const hash of awaits) {
    const size = await files.findSize(caller, hash);
    if (size === undefined) continue;
    found.push({
      hash,
      size,
      read: (start, end) => files.read(caller, hash, { start, end }) as AsyncIterable<Uint8Array>,
    });
  }
  return found;
}
