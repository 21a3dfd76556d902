import { createStore, type StoreApi } from 'zustand/vanilla';

/**
 * How the store of this PC fares. `rebuilt`: it had been lost and this start built it anew; `damaged`: so many rows met could not be read;
 * `closed`: the browser closed or emptied it under us, and nothing can be read or written until the page is loaded again.
 */
export type StoreHealth =
  | { readonly kind: 'fine' }
  | { readonly kind: 'rebuilt' }
  | { readonly kind: 'damaged'; readonly rows: number }
  | { readonly kind: 'closed' };

/** Where the health is kept; the office writes it. */
export type StoreHealthStore = StoreApi<StoreHealth>;

/** Health of a store just opened. */
export function createStoreHealth(wasLost: boolean): StoreHealthStore {
  return createStore<StoreHealth>(() => (wasLost ? { kind: 'rebuilt' } : { kind: 'fine' }));
}

/** Notes one more row that cannot be read. */
export function noteDamagedRow(health: StoreHealthStore): void {
  const now = health.getState();
  if (now.kind !== 'closed')
    health.setState({ kind: 'damaged', rows: now.kind === 'damaged' ? now.rows + 1 : 1 }, true);
}

/** The person has read that the store was rebuilt. */
export function dismissRebuilt(health: StoreHealthStore): void {
  if (health.getState().kind === 'rebuilt') health.setState({ kind: 'fine' }, true);
}
