import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { Office } from '#renderer/data/office.ts';
import { listColleagues } from '#renderer/data/replica/colleagues.ts';
import { listOwnStretches } from '#renderer/data/replica/own-batch.ts';
import { listPeerBatches } from '#renderer/data/replica/peer-ops.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';

type Done = Result<null, { readonly code: ErrorCode }>;

/** Tells the desktop which PCs the province has published as the office's: only to them it writes packages, and only theirs it reads. */
export async function introduceColleagues(office: Office, desktop: DesktopBridge): Promise<void> {
  await callDesktop(desktop, 'carried:colleagues', { list: [...(await listColleagues(office))] });
}

/**
 * Puts into a package what this PC holds of colleagues ahead of the province, but not what is the receiver's own. Of what does not go (of a PC that was shut out
 * since, or more than fits) nothing is lost: its PC has it.
 */
export async function appendOfColleagues(
  { db }: Office,
  desktop: DesktopBridge,
  handle: string,
  to: number,
): Promise<void> {
  for (const { dev, signed } of await listPeerBatches(db))
    if (dev !== to) await callDesktop(desktop, 'parcel:append-carried', { handle, signed });
}

/** Puts into a package for a colleague's PC what this PC has not got to the province, signed. What does not fit goes with the next one. */
export async function appendOwnSigned(office: Office, desktop: DesktopBridge, handle: string): Promise<Done> {
  const { epoch, stretches } = await listOwnStretches(office);
  for (const ops of stretches) {
    const signed = await callDesktop(desktop, 'carried:sign', { epoch, ops: [...ops] });
    if (!signed.ok) return err({ code: signed.error.code });
    const appended = await callDesktop(desktop, 'parcel:append-carried', { handle, signed: signed.value });
    if (!appended.ok) return appended.error.code === 'frame-too-large' ? ok(null) : err({ code: appended.error.code });
  }
  return ok(null);
}
