import type { DesktopBridge, IpcReply } from '#shared/contract/desktop-bridge.ts';
import { PROVINCE_ADDRESS } from '#shared/contract/parcel-manifest.ts';
import {
  stickLabelSchema,
  type ParcelProgress,
  type ParcelState,
  type ParcelStick,
  type ReadParcel,
  type SentParcel,
} from '#shared/contract/parcel.ts';
import { callDesktop, getDesktop } from './desktop.ts';

export { PROVINCE_ADDRESS, type ParcelProgress, type ParcelState, type ParcelStick, type ReadParcel, type SentParcel };

const ASK_AT_ONCE = 2000;

/** Packages this PC has written and read. */
export function readParcelState(): Promise<IpcReply<'parcel:state'>> {
  return callDesktop(getDesktop(), 'parcel:state', undefined);
}

/** Asks the person for the stick; null when they cancelled. */
export function chooseStick(purpose: 'write' | 'read'): Promise<IpcReply<'parcel:choose'>> {
  return callDesktop(getDesktop(), 'parcel:choose', { purpose });
}

/** How far writing has come; undefined when the desktop does not answer. */
export async function readParcelProgress(): Promise<ParcelProgress | undefined> {
  const reply = await callDesktop(getDesktop(), 'parcel:progress', undefined);
  return reply.ok ? reply.value : undefined;
}

/** Whether a label may be written into the log. */
export function isStickLabel(text: string): boolean {
  return stickLabelSchema.safeParse(text).success;
}

/** Which of these files lie on this PC. */
export async function listPresentFiles(
  desktop: DesktopBridge,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  const here = new Set<string>();
  for (let from = 0; from < hashes.length; from += ASK_AT_ONCE) {
    const reply = await callDesktop(desktop, 'vault:present', { hashes: hashes.slice(from, from + ASK_AT_ONCE) });
    if (reply.ok) for (const hash of reply.value) here.add(hash);
  }
  return here;
}
