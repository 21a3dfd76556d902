import { ok } from '#shared/base/result.ts';
import { inCommune, type Database } from '#server/storage/database.ts';
import { lockDevice, shutOut } from '#server/storage/device-store.ts';
import { refuse, type Answer } from './refusal.ts';
import { publishShutOut } from './device-records.ts';
import type { Caller } from './sync-push.ts';

/** What a PC does at the end of its time in a commune. */
export type DeviceService = {
  /** The PC goes of its own wish: it is shut out and its books are free. Again is the same. */
  readonly leave: (caller: Caller) => Promise<Answer<Record<string, never>>>;
};

export function createDeviceService(db: Database, now: () => number): DeviceService {
  return {
    leave: ({ dev, commune }) =>
      inCommune(db, commune, async (trx): Promise<Answer<Record<string, never>>> => {
        if ((await lockDevice(trx, dev)) === undefined) return refuse('not-enrolled');
        if (await shutOut(trx, dev, new Date(now()), true)) await publishShutOut(trx, commune, dev, now());
        return ok({});
      }),
  };
}
