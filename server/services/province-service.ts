import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { communeStream } from '#shared/entities.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import type { Database } from '#server/storage/database.ts';
import type { Commune } from '#server/storage/enrolment-store.ts';
import {
  hasCommune,
  insertCode,
  listAllFiles,
  listAllRecords,
  listCommunes,
  listDevices,
  revokeDevice,
  upsertCommune,
  type ListedDevice,
} from '#server/storage/province-store.ts';
import { createOneTimeCode, hashSecret } from './secrets.ts';
import { writeServerRecords } from './server-records.ts';

/** Days a one-time code is good for. */
export const CODE_DAYS = 7;

/** What the province's people do at the command line; works as the owner of the database. */
export type ProvinceService = {
  /** Makes a commune with its stream and its register of incoming papers; again, it only brings the names up to date. */
  readonly createCommune: (commune: Commune, registerName: string) => Promise<void>;
  /** A one-time code for a PC of the commune, or `undefined` when there is no such commune. */
  readonly createCode: (
    commune: string,
    options: { readonly name?: string; readonly holdsRegister?: boolean },
  ) => Promise<string | undefined>;
  readonly list: () => Promise<{ readonly communes: readonly Commune[]; readonly devices: readonly ListedDevice[] }>;
  readonly revoke: (dev: number) => Promise<boolean>;
  readonly recordsOf: (commune: string) => Promise<SyncRecord[]>;
  readonly filesOf: (commune: string) => Promise<{ readonly hash: string; readonly size: number }[]>;
};

export function createProvinceService(db: Database, now: () => number): ProvinceService {
  return {
    createCommune: (commune, registerName) =>
      db.transaction().execute(async (trx) => {
        const id = communeStream(commune.id);
        const register = {
          type: 'register',
          id: uuidv7(),
          f: { book: 'incoming', name: registerName, holderDevice: null },
        };
        const epoch = randomBytes(6).toString('base64url');
        const isNew = await upsertCommune(trx, commune, { id, epoch, registerIds: [register.id] });
        if (isNew) await writeServerRecords(trx, id, [register], now());
      }),
    async createCode(commune, { name, holdsRegister }) {
      if (!(await hasCommune(db, commune))) return undefined;
      const code = createOneTimeCode();
      const expiresAt = new Date(now() + CODE_DAYS * 24 * 60 * 60 * 1000);
      await insertCode(db, {
        codeHash: hashSecret(code),
        commune,
        name: name ?? null,
        holdsRegister: holdsRegister ?? false,
        expiresAt,
      });
      return code;
    },
    list: async () => ({ communes: await listCommunes(db), devices: await listDevices(db) }),
    revoke: (dev) => revokeDevice(db, dev, new Date(now())),
    recordsOf: (commune) => listAllRecords(db, communeStream(commune)),
    filesOf: (commune) => listAllFiles(db, commune),
  };
}
