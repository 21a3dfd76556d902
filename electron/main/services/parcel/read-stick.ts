import { basename, dirname } from 'node:path';
import type { ErrorCode } from '#shared/base/errors.ts';
import {
  moveOfReader,
  PROVINCE_ADDRESS,
  refuseParcel,
  type ParcelManifest,
  type ParcelReader,
} from '#shared/contract/parcel-manifest.ts';
import type { ParcelStep, ParcelTitle } from '#shared/contract/parcel.ts';
import { syncRequestSchema, type MovedCommune, type SyncAnswer, type SyncRequest } from '#shared/contract/protocol.ts';
import { unpackAnswer, unpackRequest, WireError } from '#shared/contract/wire.ts';
import { communeStream } from '#shared/entities.ts';
import { mayLeave } from '#shared/op-secrecy.ts';
import { splitAnswer } from '#parcel/answer-message.ts';
import { readMessage, readPart, type PartItem } from '#parcel/open-part.ts';
import { ParcelFault } from '#parcel/parcel-fault.ts';
import { ParcelTaking } from '#parcel/parcel-taking.ts';
import { surveyParcels, type FoundParcel, type FoundPart } from '#parcel/survey-parcels.ts';
import { takeFile } from '#parcel/take-file.ts';
import { openBatch } from '../carried/signed-batch.ts';
import { isSigned } from '../keys/is-signed.ts';
import { frameCodec } from '../province/frame-codec.ts';
import type { ParcelParts } from './parcel-parts.ts';
import { createVaultSink } from './vault-sink.ts';

/** Why the page could not take the answer it was handed; null when it has. */
export type PageVerdict = ErrorCode | null;

/** Who this PC is as a reader; it must be open. */
type Reader = { readonly identity: string; readonly publicKey: string; readonly dev: number; readonly commune: string };

/**
 * Reads the packages on a stick that are for this PC, one after the other by sender and number: of the province, and of colleagues' PCs. Files go into the vault
 * on the way; an answer, or ops of a colleague, is handed to the page, and the next step is made only when the page has it in its store. A package counts as
 * read when all of it was taken.
 */
export async function* readStick(
  parts: ParcelParts,
  folder: string,
): AsyncGenerator<ParcelStep, undefined, PageVerdict> {
  const reader = readerOf(parts);
  const { parcels, faults } = await surveyParcels(parts.stick, folder, reader.identity);
  if (parcels.length + faults.length === 0) throw new ParcelFault('parcel-none-here');
  const moved = parcels.map(({ parts: found }) => findMove(parts, reader, found[0])).find((each) => each !== undefined);
  if (moved !== undefined) {
    yield { kind: 'moved', moved };
    return undefined;
  }
  for (const parcel of parcels) yield* readParcel(parts, reader, parcel);
  for (const { path, code } of faults) {
    const name = `${basename(dirname(path))}/${basename(path)}`;
    parts.note('parcel-refused', code);
    yield { kind: 'fault', name, code };
  }
  yield { kind: 'end' };
  return undefined;
}

function readerOf({ identity }: ParcelParts): Reader {
  const [key, publicKey, device] = [identity.ageIdentity(), identity.publicKey(), identity.state()];
  if (device === null) throw new ParcelFault('not-enrolled');
  if (key === undefined || publicKey === undefined) throw new ParcelFault('locked');
  return { identity: key, publicKey, dev: device.dev, commune: device.commune.id };
}

async function* readParcel(
  parts: ParcelParts,
  reader: Reader,
  parcel: FoundParcel,
): AsyncGenerator<ParcelStep, undefined, PageVerdict> {
  const { first } = parcel;
  const { memory } = parts;
  const title = titleOf(first);
  const taking = new ParcelTaking(parcel, (part) => judge(parts, reader, part));
  const taken: Taken = { files: 0, acked: 0, ops: 0, leftOut: 0 };
  const wasRead = memory.hasRead(first.id);
  let isBegun = false;
  for (const part of taking.parts()) {
    if (!isBegun) yield { kind: 'parcel', title, kept: first.kept };
    isBegun = true;
    try {
      // Answers go on from one another: behind one that is lacking none is taken. Files stand for themselves.
      const isNext = part.front.manifest.part === taking.wholeUpTo() + 1;
      if (yield* readOnePart(parts, reader, { ...part, isNext }, taken)) taking.done(part);
    } catch (cause) {
      taking.fail(cause);
    }
  }
  const outcome = taking.outcome(wasRead);
  const isWhole = outcome === 'whole' || outcome === 'again';
  if (isWhole) {
    if (taken.acked > 0) await parts.noteAcked(reader.dev, taken.acked);
    await memory.noteRead(first, parts.person(), Math.round(parts.now()));
  }
  const detail = `from ${String(first.from)} no ${String(first.number)} stick ${first.label}`;
  if (isWhole) parts.note('parcel-read', detail);
  else parts.note('parcel-refused', `${detail} ${outcome}`);
  yield {
    ...{ kind: 'read', title, outcome, files: taken.files, ops: taken.ops, leftOut: taken.leftOut },
    lacking: isBegun ? taking.lacking() : [],
    missing: isBegun ? memory.missingOf(first.from, first.series) : [],
  };
  return undefined;
}

type Taken = { files: number; acked: number; ops: number; leftOut: number };

/** Takes a part; whether all of it was taken. */
async function* readOnePart(
  parts: ParcelParts,
  reader: Reader,
  { path, front, isNext }: FoundPart & { readonly isNext: boolean },
  taken: Taken,
): AsyncGenerator<ParcelStep, boolean, PageVerdict> {
  let isWhole = true;
  const sink = createVaultSink(parts.vault);
  for await (const item of readPart(parts.stick, path, reader.identity, front)) {
    if (item.entry.kind === 'file') {
      const outcome = await takeFile(item, sink);
      if (outcome === 'whole') taken.files += 1;
      if (outcome === 'wrong') throw new ParcelFault('parcel-damaged');
    } else if (item.entry.kind === 'answer' && !isNext) {
      isWhole = false;
    } else if (item.entry.kind === 'answer') {
      const { request, answer } = unpack(await readMessage(item), reader.dev);
      const refused = yield { kind: 'answer', request, answer };
      if (refused !== null) throw new ParcelFault(refused);
      taken.acked = Math.max(taken.acked, answer.acked);
    } else if (item.entry.kind === 'carried') {
      yield* readCarried(parts, reader, item, taken);
    }
  }
  return isWhole;
}

/**
 * Hands ops of a colleague's PC to the page, whoever carried them. Own ones that come back are passed over; what is of no PC this one knows, changed, or of what
 * must not have left its PC is left out: its PC brings it to the province itself.
 */
async function* readCarried(
  { colleagues }: ParcelParts,
  { dev, publicKey, commune }: Reader,
  item: PartItem,
  taken: Taken,
): AsyncGenerator<ParcelStep, void, PageVerdict> {
  const signed = new Uint8Array(await readMessage(item));
  const opened = openBatch(signed, (each) => (each === dev ? publicKey : colleagues.find(each)?.publicKey));
  if (!opened.ok || !mayLeave(opened.value.ops, communeStream(commune))) {
    taken.leftOut += 1;
    return;
  }
  if (opened.value.dev === dev) return;
  const refused = yield { kind: 'carried', signed, batch: opened.value };
  if (refused !== null) throw new ParcelFault(refused);
  taken.ops += opened.value.ops.length;
}

/** Where this PC's commune is now, as the province says in a package it has signed for this PC. */
function findMove({ identity }: ParcelParts, reader: Reader, part: FoundPart | undefined): MovedCommune | undefined {
  const front = part?.front;
  if (front === undefined) return undefined;
  const { manifest, message, signature } = front;
  const moved = moveOfReader(manifest, addressOf(reader));
  const here = { ...addressOf(reader), commune: moved?.commune.id };
  if (moved === undefined || refuseParcel(manifest, here) !== undefined) return undefined;
  const provinceKey = identity.provinceKey();
  const isProvinces = provinceKey === manifest.fromKey && isSigned(provinceKey, message, signature);
  return isProvinces ? moved : undefined;
}

function addressOf({ dev, publicKey, commune }: Reader): ParcelReader {
  return { address: dev, publicKey, commune };
}

/** Why a part may not be taken: not for this PC, or not of whom it says. */
function judge({ identity, colleagues }: ParcelParts, reader: Reader, { front }: FoundPart): ErrorCode | undefined {
  const { manifest, message, signature } = front;
  const refused = refuseParcel(manifest, addressOf(reader));
  if (refused !== undefined) return refused;
  const isOfProvince = manifest.from === PROVINCE_ADDRESS;
  const senderKey = isOfProvince ? identity.provinceKey() : colleagues.find(manifest.from)?.publicKey;
  if (senderKey === undefined && !isOfProvince) return 'parcel-sender-unknown';
  const isSenders = senderKey === manifest.fromKey && isSigned(senderKey, message, signature);
  return isSenders ? undefined : 'parcel-foreign';
}

function unpack(bytes: Uint8Array, dev: number): { readonly request: SyncRequest; readonly answer: SyncAnswer } {
  try {
    const { request, answer } = splitAnswer(bytes);
    const asked = syncRequestSchema.parse(unpackRequest(frameCodec.fromBytes(request)));
    if (asked.dev !== dev) throw new ParcelFault('parcel-not-for-here');
    return { request: asked, answer: unpackAnswer(frameCodec.fromBytes(answer), asked) };
  } catch (cause) {
    if (cause instanceof ParcelFault) throw cause;
    if (cause instanceof WireError || cause instanceof Error) throw new ParcelFault('parcel-damaged', cause);
    throw cause;
  }
}

function titleOf({ id, from, number, at, carrier, label }: ParcelManifest): ParcelTitle {
  return { id, from, number, at, carrier, label };
}
