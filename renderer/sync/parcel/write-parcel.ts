import type { ErrorCode } from '#shared/base/errors.ts';
import { err, type Result } from '#shared/base/result.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { SentParcel } from '#shared/contract/parcel.ts';
import { PROTOCOL_VERSION, type SyncRequest } from '#shared/contract/protocol.ts';
import type { Office } from '#renderer/data/office.ts';
import { listParcelFiles } from '#renderer/data/parcel/parcel-files.ts';
import { waitingBatches } from '#renderer/data/parcel/waiting-batches.ts';
import { readGone } from '#renderer/data/replica/resupply.ts';
import { readCookies } from '#renderer/data/replica/sync-state.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';
import { listPresentFiles } from '#renderer/platform/desktop-parcels.ts';

/** Most files a package waits for. */
const AWAITED_MAX = 20_000;

/** For whom a package is, and what is glued on the stick. */
export type ParcelWish = { readonly to: number; readonly label: string };

/**
 * Writes a package onto the chosen stick: everything the province has not acknowledged, the files it is not known to have, what this PC waits for. Each package
 * holds all of that, so that a lost one costs nothing. Nothing here is changed by it.
 */
export async function writeParcel(
  office: Office,
  desktop: DesktopBridge,
  wish: ParcelWish,
): Promise<Result<SentParcel, { readonly code: ErrorCode }>> {
  const begun = await callDesktop(desktop, 'parcel:begin', wish);
  if (!begun.ok) return err({ code: begun.error.code });
  const { handle } = begun.value;
  try {
    const files = await listParcelFiles(office, (hashes) => listPresentFiles(desktop, hashes));
    const gone = await readGone(office.db);
    const request: SyncRequest = { v: PROTOCOL_VERSION, dev: office.device.dev, ops: [], seen: [], streams: [] };
    for await (const ops of waitingBatches(office)) {
      const appended = await callDesktop(desktop, 'parcel:append', {
        handle,
        request: { ...request, ops, ...(gone !== undefined && { gone }) },
      });
      if (appended.ok) continue;
      if (appended.error.code === 'frame-too-large') break; // the rest goes with the next
      await callDesktop(desktop, 'parcel:abort', { handle });
      return err({ code: appended.error.code });
    }
    const cookies = (await readCookies(office)).map(({ stream, epoch, base, after }) => ({
      id: stream,
      epoch,
      base,
      after,
    }));
    const { owed, awaited } = files;
    const finished = await callDesktop(desktop, 'parcel:finish', {
      ...{ handle, cookies, files: [...owed], awaits: awaited.slice(0, AWAITED_MAX) },
    });
    return finished.ok ? finished : err({ code: finished.error.code });
  } catch (error) {
    await callDesktop(desktop, 'parcel:abort', { handle });
    throw error;
  }
}
