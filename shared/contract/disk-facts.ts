/** How much the disk still takes: `low` fetches no more files, `read-only` takes no change at all (safety.md). */
export type DiskLevel = 'ample' | 'low' | 'read-only';

/** What the main process knows of the page's store, from before the window opened. */
export type StoreFacts = {
  /** Id the store got when it was made; null while there has been none. A store without it, or with another, is not the one that was here. */
  readonly storeId: string | null;
  /** About how many rows it held when last told. */
  readonly records: number;
  /** Why there is none now although there was one: its folder was gone, or it was set aside (damaged, or as a person asked). */
  readonly lost: 'missing' | 'set-aside' | null;
};

/** Where the journal stands. Counters of lane `shared`; 0 while empty. */
export type JournalFacts = {
  readonly firstN: number;
  readonly lastN: number;
  readonly lastLocalN: number;
  /** Highest counter the province has acknowledged. */
  readonly acked: number;
  /** Bytes that could not be read, and files set aside, when it was opened. */
  readonly damagedBytes: number;
  readonly setAside: number;
};

/** Outcome of looking over the vault. */
export type VaultReport = {
  /** Corrected milliseconds; null before the first time. */
  readonly checkedAt: number | null;
  readonly running: { readonly done: number; readonly total: number } | null;
  readonly files: number;
  /** Named by records, not here. */
  readonly missing: readonly string[];
  /** Here, but their bytes are not what they were; set aside. */
  readonly changed: readonly string[];
  /** Here, but named by no record; kept. */
  readonly orphaned: readonly string[];
};
