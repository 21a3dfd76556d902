import { useLive } from '../use-live.ts';

/** How many records of this office the province is known to have; undefined while loading. */
export function useProvinceHolds(): number | undefined {
  return useLive(({ db }) => db.shadows.count(), []);
}
