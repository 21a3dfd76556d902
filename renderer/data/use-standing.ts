import { useStore } from 'zustand';
import type { DiskStanding } from './disk-level.ts';
import type { RowRotation } from './encryption/rotate-rows.ts';
import { useOffice } from './office-context.tsx';
import type { StoreHealth } from './store-health.ts';

/** What the disk still takes, live. */
export function useDiskLevel(): DiskStanding {
  return useStore(useOffice().disk);
}

/** How the store fares, live. */
export function useStoreHealth(): StoreHealth {
  return useStore(useOffice().health);
}

/** How far re-enciphering the rows has come, live. */
export function useRowRotation(): RowRotation {
  return useStore(useOffice().rotation);
}
