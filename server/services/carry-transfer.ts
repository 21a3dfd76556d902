import { placesOf } from '#shared/domain/exchange/agency-places.ts';
import { communeStream } from '#shared/entities.ts';
import { queueTasks, shareFiles, type CourierTask } from '#server/storage/courier-queue.ts';
import { enterCommune, type DatabaseTransaction } from '#server/storage/database.ts';
import { communeNow, findCommuneNow, listCommuneMoves } from '#server/storage/moved-streams.ts';
import { lockStream } from '#server/storage/sync-reader.ts';
import { messages } from '#server/messages.ts';
import { readDirectory, type Directory } from './agency-records.ts';
import { openShelf } from './commune-shelf.ts';
import { writeServerRecords } from './server-records.ts';
import { settleTransfer } from './settle-transfer.ts';
import type { Change } from './side-drafts.ts';
import { findDeliveredTransfer, findSentTransfer } from './transfer-standing.ts';

type Way = Pick<CourierTask, 'commune' | 'id'>;

const texts = {
  idTaken: messages.idTaken,
  memberGone: messages.memberGone,
  recipientIsSender: messages.recipientIsSender,
};

/**
 * Settles a transfer of a commune. The one act that holds two streams, because a home moves as a whole or not at all: they are locked in the order of
 * their names, and nothing else ever waits for a second one, so no two wait for each other (docs/adr/0028).
 */
export async function carryTransfer(trx: DatabaseTransaction, way: Way, nowMs: number): Promise<void> {
  const { commune, id } = way;
  const moves = await listCommuneMoves(trx);
  const isKnownAs =
    (code: string) =>
    (former: string): boolean =>
      communeNow(former, moves) === code;
  const place = await findPlace(trx, await readDirectory(trx), way, isKnownAs(commune));
  if (place === undefined) return;
  for (const code of [...new Set([commune, place])].sort()) {
    await enterCommune(trx, code);
    await lockStream(trx, communeStream(code));
  }
  const directory = await readDirectory(trx);
  if ((await findPlace(trx, directory, way, isKnownAs(commune))) !== place)
    throw new Error('the transfer goes elsewhere now');
  const nameOf = (code: string): string => directory.get(code)?.name ?? code;
  const sent = await findSentTransfer(openShelf(trx, commune), id);
  // Between offices that are one now: what was settled stays, and nobody has to go any more.
  if (place === commune && sent?.transfer.outcome !== 'none' && sent?.transfer.outcome !== 'waiting') return;
  const addressed = sent?.transfer.recipient ?? place;
  const sides = {
    sender: { code: commune, name: nameOf(commune), shelf: openShelf(trx, commune), isKnownAs: isKnownAs(commune) },
    recipient: { code: place, name: nameOf(place), shelf: openShelf(trx, place), isKnownAs: isKnownAs(place) },
    addressedTo: addressed === place ? '' : nameOf(addressed),
  };
  const settled = await settleTransfer(id, sides, texts, nowMs);
  await write(trx, place, settled.recipient, nowMs);
  await write(trx, commune, settled.sender, nowMs);
  if (settled.hashes.length === 0) return;
  await enterCommune(trx, commune);
  await shareFiles(trx, commune, settled.hashes, { recipient: place, dispatch: id });
  await queueTasks(
    trx,
    commune,
    settled.hashes.map((hash) => ({ kind: 'file', id: hash })),
  );
}

/** A recipient has said something of a transfer: it is settled where it comes from. */
export async function carryTransferAnswer(
  trx: DatabaseTransaction,
  { commune, id }: Way,
  nowMs: number,
): Promise<void> {
  const arrival = await openShelf(trx, commune).find('memberArrival', id);
  const from = arrival?.f['from']?.v;
  if (typeof from === 'string') await carryTransfer(trx, { commune: await findCommuneNow(trx, from), id }, nowMs);
}

/** The office that has this transfer already, else the one that stands. */
async function findPlace(
  trx: DatabaseTransaction,
  directory: Directory,
  { commune, id }: Way,
  isSender: (code: string) => boolean,
): Promise<string | undefined> {
  const sent = await findSentTransfer(openShelf(trx, commune), id);
  if (sent === undefined) return undefined;
  const places = placesOf(sent.transfer.recipient, (code) => directory.get(code));
  for (const place of places)
    if ((await findDeliveredTransfer(openShelf(trx, place), id, isSender)) !== undefined) return place;
  return places.at(-1);
}

async function write(
  trx: DatabaseTransaction,
  commune: string,
  changes: readonly Change[],
  nowMs: number,
): Promise<void> {
  if (changes.length === 0) return;
  await enterCommune(trx, commune);
  await writeServerRecords(trx, communeStream(commune), changes, nowMs);
}
