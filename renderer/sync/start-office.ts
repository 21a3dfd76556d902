import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { DeviceState } from '#shared/contract/device-channels.ts';
import type { AppInfo } from '#shared/contract/ipc.ts';
import type { KeyState, OpenKeys } from '#shared/contract/keys.ts';
import { callDesktop, getDesktop } from '#renderer/platform/desktop.ts';
import type { Office } from '#renderer/data/office.ts';
import type { TellProgress } from '#renderer/data/open/opening-progress.ts';
import { openDesktopOffice } from './open-desktop-office.ts';
import type { SyncEngine } from './sync-engine.ts';

export type { OpeningProgress } from '#renderer/data/open/opening-progress.ts';

/** What stands before the office: this PC must be enrolled, somebody must get a passphrase, somebody must open, or a code says why nothing goes. */
export type Door =
  | { readonly kind: 'enrol'; readonly info: AppInfo; readonly wiped: boolean }
  | { readonly kind: 'setup'; readonly info: AppInfo }
  | {
      readonly kind: 'keys';
      readonly info: AppInfo;
      readonly state: Extract<KeyState, { readonly kind: 'locked' | 'open' }>;
    }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

/** The office, opened and syncing in the background, or why not. */
export type Entered =
  | { readonly kind: 'ready'; readonly office: Office; readonly sync: SyncEngine; readonly info: AppInfo }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

/** Finds out what the program starts with. Never waits for the network. */
export async function findDoor(): Promise<Door> {
  const desktop = getDesktop();
  const [info, device, keys] = await Promise.all([
    callDesktop(desktop, 'app:info', undefined),
    callDesktop(desktop, 'device:get', undefined),
    callDesktop(desktop, 'keys:state', undefined),
  ]);
  for (const reply of [info, device, keys]) if (!reply.ok) return { kind: 'failed', code: reply.error.code };
  if (!info.ok || !device.ok || !keys.ok) return { kind: 'failed', code: 'unexpected' };
  if (keys.value.kind === 'damaged') return { kind: 'failed', code: 'keys-damaged' };
  if (device.value === null)
    return { kind: 'enrol', info: info.value, wiped: keys.value.kind === 'none' && keys.value.wiped === true };
  if (keys.value.kind === 'locked' || keys.value.kind === 'open')
    return { kind: 'keys', info: info.value, state: keys.value };
  return keys.value.kind === 'setup' ? { kind: 'setup', info: info.value } : { kind: 'failed', code: 'keys-damaged' };
}

/**
 * Opens the office's data with the keys a person's passphrase (or the setup) gave, and starts syncing in the background. Never waits for the
 * network. `fromBackup`: a backup that was just adopted, to fill the new store from.
 */
export async function enterOffice(
  keys: OpenKeys,
  info: AppInfo,
  tell: TellProgress,
  fromBackup?: string,
): Promise<Entered> {
  const opened = await openDesktopOffice(getDesktop(), keys, tell, fromBackup);
  return opened.ok ? { kind: 'ready', ...opened.value, info } : { kind: 'failed', code: opened.error.code };
}

/** Joins this PC to its commune with a one-time code; then `findDoor` says how it goes on. */
export async function enrolThisPc(request: {
  readonly serverUrl: string;
  readonly code: string;
  readonly name: string;
}): Promise<Result<DeviceState, { readonly code: ErrorCode }>> {
  const reply = await callDesktop(getDesktop(), 'device:enrol', request);
  return reply.ok ? ok(reply.value) : err({ code: reply.error.code });
}
