import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { IpcInput } from '#shared/contract/ipc.ts';
import { PROVINCE_ADDRESS } from '#shared/contract/parcel-manifest.ts';
import type { SentParcel } from '#shared/contract/parcel.ts';
import { PEERS_MAX, PROTOCOL_VERSION, type SyncRequest } from '#shared/contract/protocol.ts';
import type { Office } from '#renderer/data/office.ts';
import { listKnownFiles } from '#renderer/data/files/list-known-files.ts';
import { listParcelFiles, type ParcelFiles } from '#renderer/data/parcel/parcel-files.ts';
import { waitingBatches } from '#renderer/data/parcel/waiting-batches.ts';
import { listPeerDevices } from '#renderer/data/replica/peer-ops.ts';
import { readGone } from '#renderer/data/replica/resupply.ts';
import { readCookies } from '#renderer/data/replica/sync-state.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';
import { listPresentFiles } from '#renderer/platform/desktop-parcels.ts';
import { appendOfColleagues, appendOwnSigned, introduceColleagues } from './carried-batches.ts';

/** Most files a package waits for. */
const AWAITED_MAX = 20_000;
/** And one for a colleague's PC. */
const AWAITED_ACROSS = 2000;

/** For whom a package is (the province, or the number of a colleague's PC), and what is glued on the stick. */
export type ParcelWish = { readonly to: number; readonly label: string };

/** What a package says besides its ops. */
type Facts = Omit<IpcInput<'parcel:finish'>, 'handle'>;

/**
 * Writes a package onto the chosen stick: everything the province has not acknowledged, of this PC and what it holds of colleagues, and the files the province
 * is not known to have, and what this PC waits for. For a colleague's PC also files that one waits for. Each package holds all of that, so that a lost one costs nothing. Nothing here is
 * changed by it.
 */
export async function writeParcel(
  office: Office,
  desktop: DesktopBridge,
  wish: ParcelWish,
): Promise<Result<SentParcel, { readonly code: ErrorCode }>> {
  await introduceColleagues(office, desktop);
  const begun = await callDesktop(desktop, 'parcel:begin', wish);
  if (!begun.ok) return err({ code: begun.error.code });
  const { handle, awaited } = begun.value;
  try {
    const files = await listParcelFiles(office, (hashes) => listPresentFiles(desktop, hashes));
    // Before own ops, which may build on them, as over the line.
    await appendOfColleagues(office, desktop, handle, wish.to);
    const isForProvince = wish.to === PROVINCE_ADDRESS;
    const appended = await (isForProvince ? appendRequests : appendOwnSigned)(office, desktop, handle);
    if (!appended.ok) {
      await callDesktop(desktop, 'parcel:abort', { handle });
      return appended;
    }
    const facts = isForProvince
      ? await factsForProvince(office, files)
      : { cookies: [], awaits: files.awaited.slice(0, AWAITED_ACROSS) };
    const given = await listGiven(office, desktop, awaited, files.owed);
    const finished = await callDesktop(desktop, 'parcel:finish', {
      handle,
      files: [...files.owed, ...given],
      ...facts,
    });
    return finished.ok ? finished : err({ code: finished.error.code });
  } catch (error) {
    await callDesktop(desktop, 'parcel:abort', { handle });
    throw error;
  }
}

/**
 * What a colleague's PC waits for from the province and this one has: the bytes are what their name says, whoever carries them. Only files that records here name
 * are given.
 */
async function listGiven(
  office: Office,
  desktop: DesktopBridge,
  awaited: readonly string[],
  owed: readonly string[],
): Promise<readonly string[]> {
  if (awaited.length === 0) return [];
  const [known, here] = [await listKnownFiles(office.db), await listPresentFiles(desktop, awaited)];
  return awaited.filter((hash) => known.has(hash) && here.has(hash) && !owed.includes(hash));
}

/** Own ops as they would be sent. What does not fit goes with the next package. */
async function appendRequests(
  office: Office,
  desktop: DesktopBridge,
  handle: string,
): Promise<Result<null, { readonly code: ErrorCode }>> {
  const gone = await readGone(office.db);
  const request: SyncRequest = { v: PROTOCOL_VERSION, dev: office.device.dev, ops: [], seen: [], streams: [] };
  for await (const ops of waitingBatches(office)) {
    const appended = await callDesktop(desktop, 'parcel:append', {
      handle,
      request: { ...request, ops, ...(gone !== undefined && { gone }) },
    });
    if (!appended.ok) return appended.error.code === 'frame-too-large' ? ok(null) : err({ code: appended.error.code });
  }
  return ok(null);
}

/** Where this PC stands, so that the province's answer goes on from there. */
async function factsForProvince(office: Office, { awaited }: ParcelFiles): Promise<Omit<Facts, 'files'>> {
  const [rows, peers] = [await readCookies(office), await listPeerDevices(office.db)];
  const cookies = rows.map(({ stream, epoch, base, after }) => ({ id: stream, epoch, base, after }));
  return { cookies, awaits: awaited.slice(0, AWAITED_MAX), peers: peers.slice(0, PEERS_MAX) };
}
