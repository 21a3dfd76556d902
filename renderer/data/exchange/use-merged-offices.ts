import { addDays, type PlainDate } from '#shared/base/plain-date.ts';
import { placesOf } from '#shared/domain/exchange/agency-places.ts';
import { communeStream } from '#shared/entities.ts';
import { useLive } from '../use-live.ts';

/** An office that was merged into this one. `on`: its last day; `isOurs`: this PC came from there. */
export type MergedOffice = { readonly name: string; readonly on: PlainDate | null; readonly isOurs: boolean };

/** Days for which people are told of it. */
const TOLD_FOR_DAYS = 90;

/** Offices that were merged into this one in the last months; undefined while loading. */
export function useMergedOffices(): readonly MergedOffice[] | undefined {
  return useLive(async (office) => {
    const { db, device } = office;
    const rows = (await db.agencies.toArray()).filter(({ removed }) => !removed);
    const byCode = new Map(rows.map((row) => [row.code, row]));
    const since = addDays(office.today(), -TOLD_FOR_DAYS);
    return rows
      .filter(({ code, validTo }) => {
        const isHere =
          code !== device.commune.id && placesOf(code, (each) => byCode.get(each)).includes(device.commune.id);
        return isHere && (validTo === null || validTo >= since);
      })
      .map(({ code, name, validTo: on }): MergedOffice => {
        const isOurs = (device.moves ?? []).some(({ from }) => from === communeStream(code));
        return { name, on, isOurs };
      });
  }, []);
}
