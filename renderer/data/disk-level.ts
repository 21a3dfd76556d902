import { createStore, type StoreApi } from 'zustand/vanilla';

/** What the disk still takes: `low` fetches no more files, `read-only` takes no change at all. `freeBytes` is null until first told. */
export type DiskStanding = { readonly level: 'ample' | 'low' | 'read-only'; readonly freeBytes: number | null };

/** Where the standing is kept; sync writes it from what the desktop tells. */
export type DiskStore = StoreApi<DiskStanding>;

/** Standing before the desktop has told. */
export function createDiskStore(): DiskStore {
  return createStore<DiskStanding>(() => ({ level: 'ample', freeBytes: null }));
}
