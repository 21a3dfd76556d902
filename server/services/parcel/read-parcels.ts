import type { ErrorCode } from '#shared/base/errors.ts';
import { PROVINCE_ADDRESS, refuseParcel, type ParcelManifest } from '#shared/contract/parcel-manifest.ts';
import type { ParcelOutcome } from '#shared/contract/parcel.ts';
import { noParcelNumbers, noteParcelNumber } from '#shared/contract/parcel-numbers.ts';
import { syncRequestSchema, type SyncRequest } from '#shared/contract/protocol.ts';
import { unpackRequest } from '#shared/contract/wire.ts';
import { readMessage, readPart } from '#parcel/open-part.ts';
import { ParcelFault } from '#parcel/parcel-fault.ts';
import { ParcelTaking } from '#parcel/parcel-taking.ts';
import { surveyParcels, type FoundParcel, type FoundPart } from '#parcel/survey-parcels.ts';
import { takeFile, type FileSink } from '#parcel/take-file.ts';
import { inCommune } from '#server/storage/database.ts';
import type { Device } from '#server/storage/device-store.ts';
import { insertParcel, listParcelNumbers, listParcels, noteReceipts } from '#server/storage/parcel-store.ts';
import { isSignedBy } from '../secrets.ts';
import type { Caller } from '../sync-push.ts';
import { findAnyDevice, findOfficeNow, type ParcelClerk, type ParcelDesk } from './parcel-desk.ts';

/**
 * A package that was read. `ops` of its PC and `carried` of colleagues' PCs taken from it or taken before, `refused` of both by the rules; `leftOut`: signed
 * batches that were not taken, which their PCs bring themselves; `missing`: numbers of its PC that were never read.
 */
export type ReadByProvince = {
  readonly from: number;
  readonly commune: string;
  readonly number: number;
  readonly at: number;
  readonly outcome: ParcelOutcome;
  readonly ops: number;
  readonly carried: number;
  readonly refused: number;
  readonly leftOut: number;
  readonly files: number;
  readonly lacking: readonly number[];
  readonly missing: readonly number[];
};

/** What reading a stick came to; `faults`: parts that cannot be opened. */
export type ReadReport = {
  readonly parcels: readonly ReadByProvince[];
  readonly faults: readonly { readonly path: string; readonly code: ErrorCode }[];
};

/**
 * Takes what PCs have written for the province, by PC and number, as if each had sent it over the line: again is the same, in whatever order. What is not from
 * a PC that is let in, not of its commune, changed, or not for the province is named and does nothing. Throws `ParcelFault` when nothing lies there.
 */
export async function readParcels(desk: ParcelDesk, folder: string, clerk: ParcelClerk): Promise<ReadReport> {
  const { parcels, faults } = await surveyParcels(desk.stick, folder, desk.province.ageIdentity());
  if (parcels.length + faults.length === 0) throw new ParcelFault('parcel-none-here');
  const read: ReadByProvince[] = [];
  for (const parcel of parcels) read.push(await readParcel(desk, parcel, clerk));
  return { parcels: read, faults };
}

async function readParcel(desk: ParcelDesk, parcel: FoundParcel, clerk: ParcelClerk): Promise<ReadByProvince> {
  const { first } = parcel;
  const device = await findAnyDevice(desk, first.from);
  const caller = { dev: first.from, commune: device?.commune ?? '' };
  // One that was written before its commune was merged into another is taken as that one's.
  const isMoved = device !== undefined && device.commune === (await findOfficeNow(desk, first.commune));
  const taking = new ParcelTaking(parcel, (part) =>
    judge(desk, device, isMoved ? first.commune : device?.commune, part),
  );
  const taken: Taken = { ops: 0, carried: 0, refused: 0, leftOut: 0, files: 0, names: new Set() };
  let isBegun = false;
  for (const part of taking.parts()) {
    isBegun = true;
    try {
      await takePart(desk, caller, part, taken);
      taking.done(part);
    } catch (cause) {
      taking.fail(cause);
    }
  }
  const kept = isBegun ? await keep(desk, caller, first, taking, taken, clerk) : { wasRead: false, missing: [] };
  return {
    ...{ from: first.from, commune: first.commune, number: first.number, at: first.at },
    ...{ ops: taken.ops, carried: taken.carried, refused: taken.refused, leftOut: taken.leftOut, files: taken.files },
    outcome: taking.outcome(kept.wasRead),
    lacking: isBegun ? taking.lacking() : [],
    missing: kept.missing,
  };
}

type Taken = {
  ops: number;
  carried: number;
  refused: number;
  leftOut: number;
  files: number;
  readonly names: Set<string>;
};

/** Notes a package that was taken whole, with the receipts it brought; which of its PC's numbers are missing either way. */
async function keep(
  { db, now }: ParcelDesk,
  { dev, commune }: Caller,
  first: ParcelManifest,
  taking: ParcelTaking,
  { names }: Taken,
  { by, label }: ParcelClerk,
): Promise<{ readonly wasRead: boolean; readonly missing: readonly number[] }> {
  const { id, series, number, cookies, awaits, ops, peers, receipts } = first;
  return inCommune(db, commune, async (trx) => {
    let wasRead = false;
    if (taking.outcome(false) === 'whole') {
      const facts = { cookies, awaits, ops, peers, files: [...names] };
      const stored = {
        id,
        commune,
        dev,
        way: 'up' as const,
        series,
        number,
        at: now(),
        by,
        label,
        receivedAt: null,
        facts,
      };
      wasRead = !(await insertParcel(trx, stored));
      await noteReceipts(trx, dev, receipts);
    } else wasRead = (await listParcels(trx, dev, 'up', 1000)).some((parcel) => parcel.id === id);
    const numbers = await listParcelNumbers(trx, dev, series);
    return { wasRead, missing: numbers.reduce(noteParcelNumber, noParcelNumbers).missing };
  });
}

/** Why a part may not be taken. */
function judge(
  { province }: ParcelDesk,
  device: Device | undefined,
  commune: string | undefined,
  { front }: FoundPart,
): ErrorCode | undefined {
  const { manifest, message, signature } = front;
  const reader = { address: PROVINCE_ADDRESS, publicKey: province.publicKey, commune };
  const refused = refuseParcel(manifest, reader);
  if (refused !== undefined) return refused;
  if (device === undefined || manifest.fromKey !== device.publicKey) return 'parcel-foreign';
  if (!isSignedBy(device.publicKey, message, signature)) return 'parcel-foreign';
  return device.isRevoked ? 'device-revoked' : undefined;
}

async function takePart(desk: ParcelDesk, caller: Caller, { path, front }: FoundPart, taken: Taken): Promise<void> {
  const sink = createFileSink(desk, caller);
  for await (const item of readPart(desk.stick, path, desk.province.ageIdentity(), front)) {
    const { kind, file } = item.entry;
    if (kind === 'request') await takeRequest(desk, caller, unpack(desk, await readMessage(item)), taken);
    if (kind === 'carried') await takeCarried(desk, caller, await readMessage(item), taken);
    if (kind !== 'file' || file === undefined) continue;
    const outcome = await takeFile(item, sink);
    if (outcome === 'wrong') throw new ParcelFault('parcel-damaged');
    if (outcome === 'whole') taken.files += 1;
    taken.names.add(file.hash);
  }
}

/** What a PC would have sent; its word on streams is answered by a package in return. */
async function takeRequest(desk: ParcelDesk, caller: Caller, request: SyncRequest, taken: Taken): Promise<void> {
  if (request.dev !== caller.dev) throw new ParcelFault('parcel-foreign');
  const answer = await desk.sync.exchange(caller, { ...request, streams: [] });
  if (!answer.ok) throw new ParcelFault(answer.error.code);
  taken.ops += request.ops.length;
  taken.refused += answer.value.outcomes.filter(({ kind }) => kind === 'rejected').length;
}

/** What colleagues' PCs gave it to carry, as it would have handed it in over the line. What is not to be taken is no fault of who carried it. */
async function takeCarried(desk: ParcelDesk, { commune }: Caller, signed: Uint8Array, taken: Taken): Promise<void> {
  const answer = await desk.carried.take(commune, signed);
  if (!answer.ok) {
    taken.leftOut += 1;
    return;
  }
  taken.carried += answer.value.outcomes.length;
  taken.refused += answer.value.outcomes.filter(({ kind }) => kind === 'rejected').length;
}

function unpack({ frames }: ParcelDesk, bytes: Uint8Array): SyncRequest {
  try {
    return syncRequestSchema.parse(unpackRequest(frames.fromBytes(bytes)));
  } catch (cause) {
    throw new ParcelFault('parcel-damaged', cause);
  }
}

/** Files collect where those of the line do: what has come of one either way is gone on with. */
function createFileSink({ files }: ParcelDesk, caller: Caller): FileSink {
  return {
    offset: async (hash, size) =>
      (await files.findSize(caller, hash)) === undefined ? ((await files.arrivedBytes(caller, hash)) ?? 0) : size,
    async append(hash, size, bytes) {
      const reached = await files.addArrived(caller, hash, bytes);
      if (reached < size) return true;
      return (await files.finish(caller, hash, size)).ok;
    },
  };
}
