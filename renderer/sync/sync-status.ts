import { useStore } from 'zustand';
import { useSync } from './sync-context.tsx';
import type { SyncStatus } from './sync-status-store.ts';

export type { SyncStatus } from './sync-status-store.ts';

/** How sync stands, live. */
export function useSyncStatus(): SyncStatus {
  return useStore(useSync().status);
}
