import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { AppInfo, DeviceState } from '#shared/contract/ipc.ts';
import type { Office } from '#renderer/data/office.ts';
import { openOffice } from '#renderer/data/open-office.ts';
import { callDesktop, getDesktop } from '#renderer/platform/desktop.ts';
import { desktopPorts } from '#renderer/platform/desktop-ports.ts';
import { createSyncEngine, type SyncEngine } from './sync-engine.ts';

/** How the program starts: this PC must be enrolled first, or the office is open and syncing, or a code says why not. */
export type Start =
  | { readonly kind: 'enrol'; readonly info: AppInfo }
  | { readonly kind: 'ready'; readonly office: Office; readonly sync: SyncEngine; readonly info: AppInfo }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

/** Opens the office's data on this PC and starts syncing in the background. Never waits for the network. */
export async function startOffice(): Promise<Start> {
  const desktop = getDesktop();
  const [info, device] = await Promise.all([
    callDesktop(desktop, 'app:info', undefined),
    callDesktop(desktop, 'device:get', undefined),
  ]);
  if (!info.ok) return { kind: 'failed', code: info.error.code };
  if (!device.ok) return { kind: 'failed', code: device.error.code };
  if (device.value === null) return { kind: 'enrol', info: info.value };
  try {
    const office = await openOffice(device.value, desktopPorts(desktop));
    const sync = await createSyncEngine(office, desktop);
    sync.start();
    return { kind: 'ready', office, sync, info: info.value };
  } catch (error) {
    console.error('the store cannot be opened', error);
    return { kind: 'failed', code: 'store-failed' };
  }
}

/** Joins this PC to its commune with a one-time code; then `startOffice` opens it. */
export async function enrolThisPc(request: {
  readonly serverUrl: string;
  readonly code: string;
  readonly name: string;
}): Promise<Result<DeviceState, { readonly code: ErrorCode }>> {
  const reply = await callDesktop(getDesktop(), 'device:enrol', request);
  return reply.ok ? ok(reply.value) : err({ code: reply.error.code });
}
