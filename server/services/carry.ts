import { placesOf } from '#shared/domain/exchange/agency-places.ts';
import { RECIPIENT_FIELDS, SENDER_FIELDS } from '#shared/domain/exchange/carried-fields.ts';
import { dispatchSchema, type DispatchFields } from '#shared/domain/exchange/dispatch-record.ts';
import { arrivalSchema, type ArrivalFields } from '#shared/domain/exchange/arrival-record.ts';
import type { SentFile } from '#shared/domain/exchange/letter.ts';
import { communeStream } from '#shared/entities.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import { REMOVED, type FieldValue } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import { queueTasks, shareFiles, type CourierTask } from '#server/storage/courier-queue.ts';
import { enterCommune, type DatabaseTransaction } from '#server/storage/database.ts';
import { messages } from '#server/messages.ts';
import { findCommuneNow } from '#server/storage/moved-streams.ts';
import { findFileSize } from '#server/storage/file-store.ts';
import { listRecords, lockStream } from '#server/storage/sync-reader.ts';
import { readDirectory, type Directory } from './agency-records.ts';
import { openShelf } from './commune-shelf.ts';
import { valuesOf } from './op-changes.ts';
import { writeServerRecords } from './server-records.ts';

type Fields = Readonly<Record<string, FieldValue>>;

/*
 * Each step reads both sides, writes at most one stream, and leaves a task for the other one: no transaction ever holds two streams.
 * What decides is read after the stream is locked, so of two couriers the later one knows at least as much as the earlier one.
 */

/** Brings what a sender says of a dispatch to its recipient. */
export async function carryDispatch(
  trx: DatabaseTransaction,
  { commune, id }: CourierTask,
  nowMs: number,
): Promise<void> {
  const first = await readDispatch(trx, commune, id);
  if (first === undefined) return;
  const target = await lockPlace(trx, { commune, recipient: first.recipient, id });
  if (target === undefined) return;
  const dispatch = await withTrueSizes(trx, commune, (await readDispatch(trx, commune, id)) ?? first);
  const held = await findDelivered(trx, target.place, id, commune);
  // Called back before anybody had it: it is not delivered any more. Nor is what would come over a record that is another's.
  const isDue = held !== undefined || (dispatch.recallAt === null && !(await openShelf(trx, target.place).bears(id)));
  if (isDue) {
    const f =
      held === undefined ? birthOf(commune, dispatch, target, nowMs) : changesOf(held, pick(dispatch, SENDER_FIELDS));
    await writeIn(trx, target.place, { type: 'arrival', id, f }, nowMs);
  }
  await enterCommune(trx, commune);
  if (isDue) {
    const hashes = [...new Set(dispatch.files.map(({ hash }) => hash))];
    await shareFiles(trx, commune, hashes, { recipient: target.place, dispatch: id });
    await queueTasks(
      trx,
      commune,
      hashes.map((hash) => ({ kind: 'file', id: hash })),
    );
  }
  await queueTasks(trx, commune, [{ kind: 'answer', id }]);
}

/** A recipient has said something: its sender is to hear it. */
export async function passAnswer(trx: DatabaseTransaction, { commune, id }: CourierTask, nowMs: number): Promise<void> {
  const arrival = await findArrival(trx, commune, id);
  if (arrival?.origin !== 'exchange') return;
  await carryAnswer(trx, { commune: await findCommuneNow(trx, arrival.from), id }, nowMs);
}

/** Brings what the recipient says back to the sender's dispatch. */
export async function carryAnswer(
  trx: DatabaseTransaction,
  { commune, id }: Pick<CourierTask, 'commune' | 'id'>,
  nowMs: number,
): Promise<void> {
  await enterCommune(trx, commune);
  await lockStream(trx, communeStream(commune));
  const dispatch = await readDispatch(trx, commune, id);
  if (dispatch === undefined) return;
  const directory = await readDirectory(trx);
  const place = await findPlace(trx, directory, { commune, recipient: dispatch.recipient, id });
  const arrival = place === undefined ? undefined : await findDelivered(trx, place, id, commune);
  const isRefused = arrival === undefined && place !== undefined && (await openShelf(trx, place).bears(id));
  const said =
    arrival === undefined
      ? { ...takenBack(dispatch), ...(isRefused && refused(dispatch, nowMs)) }
      : pick(arrival, RECIPIENT_FIELDS);
  const deliveredTo =
    arrival === undefined || place === undefined || place === dispatch.recipient
      ? ''
      : (directory.get(place)?.name ?? place);
  await writeIn(trx, commune, { type: 'dispatch', id, f: changesOf(dispatch, { ...said, deliveredTo }) }, nowMs);
}

/** A dispatch of a commune, and the agency it is for. */
type Way = { readonly commune: string; readonly recipient: string; readonly id: string };

type Place = { readonly place: string; readonly agency: string; readonly directory: Directory };

/** Where this paper lies or is to lie, locked. Throws when that changed meanwhile (an office was just merged away): the task is tried again. */
async function lockPlace(trx: DatabaseTransaction, way: Way): Promise<Place | undefined> {
  const place = await findPlace(trx, await readDirectory(trx), way);
  if (place === undefined) return undefined;
  await enterCommune(trx, place);
  await lockStream(trx, communeStream(place));
  const directory = await readDirectory(trx);
  if ((await findPlace(trx, directory, way)) !== place) throw new Error('the paper goes elsewhere now');
  return { place, agency: way.recipient, directory };
}

/** The office that has this paper already, else the one that stands. */
async function findPlace(
  trx: DatabaseTransaction,
  directory: Directory,
  { commune, recipient, id }: Way,
): Promise<string | undefined> {
  const places = placesOf(recipient, (code) => directory.get(code));
  for (const place of places) if ((await findDelivered(trx, place, id, commune)) !== undefined) return place;
  return places.at(-1);
}

function birthOf(
  commune: string,
  dispatch: DispatchFields,
  { place, agency, directory }: Place,
  nowMs: number,
): Fields {
  return {
    ...pick(dispatch, SENDER_FIELDS),
    origin: 'exchange',
    from: commune,
    fromName: directory.get(commune)?.name ?? commune,
    addressedTo: place === agency ? '' : (directory.get(agency)?.name ?? agency),
    status: '01',
    statusAt: new Date(nowMs).toISOString(),
  };
}

/** What is said of a dispatch that was called back before it was delivered; nothing of one that is only not there yet. */
function takenBack({ recallAt }: DispatchFields): Fields {
  return recallAt === null ? {} : { recallStatus: '15', recallNote: '', recallAnsweredFor: recallAt };
}

/** What is said of a dispatch whose id something else at the recipient bears: it can never lie there. Said once. */
function refused({ status, statusNote }: DispatchFields, nowMs: number): Fields {
  const isSaid = status === '02' && statusNote === messages.idTaken;
  return isSaid ? {} : { status: '02', statusNote: messages.idTaken, statusAt: new Date(nowMs).toISOString() };
}

/** Files that have come say their size themselves; what the sender says of it counts only until then. */
async function withTrueSizes(
  trx: DatabaseTransaction,
  commune: string,
  dispatch: DispatchFields,
): Promise<DispatchFields> {
  const files: SentFile[] = [];
  for (const file of dispatch.files)
    files.push({ ...file, size: (await findFileSize(trx, commune, file.hash)) ?? file.size });
  return { ...dispatch, files };
}

async function readDispatch(
  trx: DatabaseTransaction,
  commune: string,
  id: string,
): Promise<DispatchFields | undefined> {
  const record = await findRecord(trx, commune, { type: 'dispatch', id });
  const dispatch = record === undefined ? undefined : dispatchSchema.safeParse(valuesOf(record)).data;
  return dispatch?.recipientKind === 'agency' ? dispatch : undefined;
}

async function findArrival(trx: DatabaseTransaction, commune: string, id: string): Promise<ArrivalFields | undefined> {
  const record = await findRecord(trx, commune, { type: 'arrival', id });
  return record === undefined ? undefined : arrivalSchema.safeParse(valuesOf(record)).data;
}

/** What this sender's dispatch became at a commune; what others sent, or the commune itself brought in, is not it. A sender may have been another office then. */
export async function findDelivered(
  trx: DatabaseTransaction,
  commune: string,
  id: string,
  sender: string,
): Promise<ArrivalFields | undefined> {
  const arrival = await findArrival(trx, commune, id);
  if (arrival?.origin !== 'exchange') return undefined;
  return arrival.from === sender || (await findCommuneNow(trx, arrival.from)) === sender ? arrival : undefined;
}

/** A record of a commune that is there and not removed. */
async function findRecord(
  trx: DatabaseTransaction,
  commune: string,
  ref: { readonly type: string; readonly id: string },
): Promise<SyncRecord | undefined> {
  await enterCommune(trx, commune);
  const [record] = await listRecords(trx, communeStream(commune), [ref]);
  return record?.f[REMOVED]?.v === true ? undefined : record;
}

async function writeIn(
  trx: DatabaseTransaction,
  commune: string,
  change: { readonly type: string; readonly id: string; readonly f: Fields },
  nowMs: number,
): Promise<void> {
  if (Object.keys(change.f).length === 0) return;
  await enterCommune(trx, commune);
  await writeServerRecords(trx, communeStream(commune), [change], nowMs);
}

function pick(from: DispatchFields | ArrivalFields, fields: readonly string[]): Fields {
  const values = from as Fields;
  return Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));
}

/** Only what differs is written, so that carrying twice moves no sequence. */
function changesOf(held: object, wanted: Fields): Fields {
  const now = held as Fields;
  return Object.fromEntries(Object.entries(wanted).filter(([field, value]) => !equalValues(now[field] ?? null, value)));
}
