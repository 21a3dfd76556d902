import type { ErrorCode } from '#shared/base/errors.ts';
import type { Office } from '#renderer/data/office.ts';
import { readPause } from '#renderer/data/replica/sync-pause.ts';
import { readCookies, readLastContact } from '#renderer/data/replica/sync-state.ts';
import { createSyncStatus, type SyncStatusStore } from './sync-status-store.ts';

/** The status at the start of the program, from what the store knows of the last one. */
export async function openStatus(office: Office): Promise<SyncStatusStore> {
  const cookies = await readCookies(office);
  return createSyncStatus({
    lastContactAtMs: await readLastContact(office),
    firstSyncDone: cookies.every(
      ({ base, after, epoch, load }) => epoch !== '' && base === after && load === undefined,
    ),
    clockOffsetMs: office.clock.offsetMs,
    pausedUntilMs: await readPause(office),
  });
}

/** The province has answered with so many rows, over a line of this rate. */
export function noteAnswered(
  status: SyncStatusStore,
  office: Pick<Office, 'nowMs' | 'clock'>,
  { rows, bytesPerSecond }: { readonly rows: number; readonly bytesPerSecond: number | null },
): void {
  status.setState({
    reachable: true,
    lastContactAtMs: office.nowMs(),
    unreachableSinceMs: null,
    failure: null,
    revoked: false,
    rowsReceived: status.getState().rowsReceived + rows,
    clockOffsetMs: office.clock.offsetMs,
    bytesPerSecond,
  });
}

/** A try has failed. `nowMs`: corrected milliseconds. */
export function noteFailed(status: SyncStatusStore, code: ErrorCode, nowMs: number): void {
  const { unreachableSinceMs } = status.getState();
  status.setState({
    phase: 'resting',
    reachable: isAnswered(code),
    unreachableSinceMs: isAnswered(code) ? null : (unreachableSinceMs ?? nowMs),
    failure: code,
    revoked: code === 'device-revoked',
  });
}

/** Whether a failure still was an answer of the province: then the line is there and something else is wrong. */
function isAnswered(code: ErrorCode): boolean {
  return code !== 'offline' && code !== 'bad-answer' && code !== 'store-failed' && code !== 'unexpected';
}
