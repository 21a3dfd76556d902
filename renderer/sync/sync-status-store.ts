import { createStore, type StoreApi } from 'zustand/vanilla';
import { NOTHING_MOVED, type Moved } from '#renderer/data/replica/contact-log.ts';
import type { HeldFor } from '#shared/domain/attachment/transfer-order.ts';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { LoadProgress } from './snapshot-progress.ts';

/** How sync stands. Never claims more than the province has acknowledged: what is unsent is counted from the outbox, not here. */
export type SyncStatus = {
  readonly phase: 'resting' | 'exchanging';
  /** Whether the last try was answered; null before the first try. */
  readonly reachable: boolean | null;
  /** Corrected milliseconds of the province's last answer; null before the first. */
  readonly lastContactAtMs: number | null;
  /** Since when tries have failed; null while answered. */
  readonly unreachableSinceMs: number | null;
  /** PCs among which the office exchanges over its own network, this one included; null while that is not switched on. */
  readonly inOffice: number | null;
  readonly nextTryAtMs: number | null;
  readonly failure: ErrorCode | null;
  /** The province has taken this PC out: nothing is asked any more by itself. */
  readonly revoked: boolean;
  /** Server clock minus PC clock when last measured. */
  readonly clockOffsetMs: number | null;
  /** Whether every stream has been complete once. */
  readonly firstSyncDone: boolean;
  /** How far a new PC has been filled from the province's snapshots; null when none is on its way. */
  readonly loading: LoadProgress | null;
  /** Rows received since the program started. */
  readonly rowsReceived: number;
  /** What came and went since the program started. */
  readonly moved: Moved;
  /** Until when a person lets sync rest (corrected milliseconds); null while it does not. */
  readonly pausedUntilMs: number | null;
  /** Files that wait although the line is there, by hash, and for what. */
  readonly heldFiles: ReadonlyMap<string, HeldFor>;
  /** Estimate of the line. */
  readonly bytesPerSecond: number | null;
};

/** Store of the status; the engine writes it. */
export type SyncStatusStore = StoreApi<SyncStatus>;

/** Status before the first try. */
export function createSyncStatus(
  start: Pick<SyncStatus, 'lastContactAtMs' | 'firstSyncDone' | 'clockOffsetMs' | 'pausedUntilMs'>,
): SyncStatusStore {
  return createStore<SyncStatus>(() => ({
    phase: 'resting',
    reachable: null,
    unreachableSinceMs: null,
    inOffice: null,
    nextTryAtMs: null,
    failure: null,
    revoked: false,
    loading: null,
    rowsReceived: 0,
    moved: NOTHING_MOVED,
    heldFiles: new Map(),
    bytesPerSecond: null,
    ...start,
  }));
}
