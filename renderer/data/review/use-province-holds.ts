import { confirmedUpTo } from '../replica/confirm-copy.ts';
import { shadowsOf } from '../replica/start-anew.ts';
import { useLive } from '../use-live.ts';

/** Records of this office that the province has told the hash of, and those it has taken and not (yet) confirmed. */
export type ProvinceHolds = { readonly confirmed: number; readonly taken: number };

/** How much of this office is shown to be at the province, live; undefined while loading. */
export function useProvinceHolds(): ProvinceHolds | undefined {
  return useLive(async ({ db, stream }) => {
    const cookie = await db.cookies.get(stream);
    const [all, confirmed] = await Promise.all([
      shadowsOf(db.shadows, stream).count(),
      shadowsOf(db.shadows, stream, 0, confirmedUpTo(cookie)).count(),
    ]);
    return { confirmed, taken: all - confirmed };
  }, []);
}
