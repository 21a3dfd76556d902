import { uuidv7 } from 'uuidv7';
import { recordIdSchema } from '#shared/base/ids.ts';
import { wipeMessage } from '#shared/contract/http.ts';
import { communeStream } from '#shared/entities.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import type { Database } from '#server/storage/database.ts';
import type { Commune } from '#server/storage/enrolment-store.ts';
import type { FilePlace } from '#server/storage/file-place.ts';
import { communeNow, listCommuneMoves } from '#server/storage/moved-streams.ts';
import {
  hasCommune,
  insertCode,
  listAllFiles,
  listAllRecords,
  listCommunes,
  listDevices,
  listPeopleNames,
  prune,
  upsertCommune,
  type ListedDevice,
} from '#server/storage/province-store.ts';
import type { StoredEntry } from '#server/storage/device-log-store.ts';
import { listOwedFiles, listStandings, type KnownStanding, type OwedFile } from '#server/storage/owed-reader.ts';
import { orderWipe, lockDevice, shutOut } from '#server/storage/device-store.ts';
import { MARKS_KEPT } from './counter-marks.ts';
import {
  mergeOffice,
  publishMissing,
  publishOffice,
  type AgencyTexts,
  type AgencyWish,
  type Merger,
} from './directory-service.ts';
import { beginNewLife, createEpochId } from './new-life.ts';
import { openProvinceSigner } from './province-signer.ts';
import { publishDevices, publishShutOut } from './device-records.ts';
import { pagesOfLog, verifyLogs, type LogVerdict } from './log-check.ts';
import { createOneTimeCode, hashSecret } from './secrets.ts';
import { writeServerRecords } from './server-records.ts';

/** Days a one-time code is good for. */
export const CODE_DAYS = 7;

/** How long outcomes of refused ops are kept for repeats: longer than any PC stays away. */
const OUTCOMES_KEPT_MS = 400 * 24 * 60 * 60 * 1000;

/** Texts a new commune's records are made with. */
type CommuneTexts = AgencyTexts & { readonly registerName: string };

/** What the province's people do at the command line; works as the owner of the database. */
export type ProvinceService = {
  /** Makes a commune with its stream and its register of incoming papers, and publishes it; again, it only brings the names up to date. */
  readonly createCommune: (commune: Commune & AgencyWish, texts: CommuneTexts) => Promise<void>;
  /** One office goes into another with all it has: people, papers, books, files, PCs; what is sent to it from now on goes there. */
  readonly mergeCommune: (from: string, into: string) => Promise<Merger>;
  /** Publishes the offices declared before there was a directory, and the keys of PCs enrolled before keys were published. */
  readonly publishMissing: (texts: CommuneTexts) => Promise<void>;
  /** A one-time code for a PC of the commune, or `undefined` when there is no such commune. */
  readonly createCode: (
    commune: string,
    options: { readonly name?: string; readonly holdsRegister?: boolean },
  ) => Promise<string | undefined>;
  readonly list: () => Promise<{ readonly communes: readonly Commune[]; readonly devices: readonly ListedDevice[] }>;
  /** Shuts a PC out and frees its books; with `wipe` it is told to make its data unreadable at its next contact. Whether anything changed. */
  readonly revoke: (dev: number, options?: { readonly wipe?: boolean }) => Promise<boolean>;
  /** After a restore made with foreign tools: every stream begins a new life, every PC opens its session anew. How many streams there are. */
  readonly beginNewLife: () => Promise<number>;
  /** What PCs of a commune, or of all, owe: files their records announce that are not here; and how each PC stands. `undefined`: no such commune. */
  readonly owed: (
    commune?: string,
  ) => Promise<{ readonly standings: readonly KnownStanding[]; readonly files: readonly OwedFile[] } | undefined>;
  /** Lines of a device's log in order. */
  readonly logOf: (dev: number) => Promise<StoredEntry[]>;
  /** Names of people (staff and members) by record id, as far as the province knows them. */
  readonly namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Checks every stored log again, from its first line to the head the province signed. */
  readonly verifyLogs: () => Promise<LogVerdict>;
  /** Throws out what nobody asks for again. */
  readonly prune: () => Promise<void>;
  readonly recordsOf: (commune: string) => Promise<SyncRecord[]>;
  readonly filesOf: (commune: string) => Promise<{ readonly hash: string; readonly size: number }[]>;
};

/** `files`: where the province's files lie. */
export function createProvinceService(
  db: Database,
  now: () => number,
  files: Pick<FilePlace, 'share' | 'bringArrived'>,
): ProvinceService {
  return {
    async createCommune({ id: communeId, name, province, ...wish }, texts) {
      const commune = { id: communeId, name, province };
      await db.transaction().execute(async (trx) => {
        const id = communeStream(commune.id);
        const register = {
          type: 'register',
          id: uuidv7(),
          f: { book: 'incoming', name: texts.registerName, holderDevice: null },
        };
        const epoch = createEpochId();
        const isNew = await upsertCommune(trx, commune, { id, epoch, registerIds: [register.id] });
        if (isNew) await writeServerRecords(trx, id, [register], now());
      });
      await publishOffice(db, commune, wish, texts, now());
    },
    mergeCommune: (from, into) => mergeOffice(db, files, from, into, now()),
    async publishMissing(texts) {
      await publishMissing(db, texts, now());
      await publishDevices(db, now());
    },
    async createCode(commune, { name, holdsRegister }) {
      if (!(await hasCommune(db, commune))) return undefined;
      // Whoever asks for the old name gets a PC of the office that has it now.
      const office = communeNow(commune, await listCommuneMoves(db));
      const code = createOneTimeCode();
      const expiresAt = new Date(now() + CODE_DAYS * 24 * 60 * 60 * 1000);
      await insertCode(db, {
        codeHash: hashSecret(code),
        commune: office,
        name: name ?? null,
        holdsRegister: holdsRegister ?? false,
        expiresAt,
      });
      return code;
    },
    list: async () => ({ communes: await listCommunes(db), devices: await listDevices(db) }),
    revoke: (dev, { wipe = false } = {}) =>
      db.transaction().execute(async (trx) => {
        const device = await lockDevice(trx, dev);
        if (device === undefined) return false;
        const isShutOut = await shutOut(trx, dev, new Date(now()), false);
        if (isShutOut) await publishShutOut(trx, device.commune, dev, now());
        const mustOrder = wipe && device.wipe === undefined;
        if (mustOrder) {
          const order = { dev, at: now() };
          const { sign } = await openProvinceSigner(trx);
          await orderWipe(trx, { ...order, signature: sign(wipeMessage(order)) });
        }
        return isShutOut || mustOrder;
      }),
    beginNewLife: () => db.transaction().execute((trx) => beginNewLife(trx, now())),
    owed: async (commune) => {
      const known = (await listCommunes(db)).map(({ id }) => id);
      const asked = commune === undefined ? known : known.filter((id) => id === commune);
      if (commune !== undefined && asked.length === 0) return undefined;
      return { standings: await listStandings(db, asked), files: await listOwedFiles(db, asked) };
    },
    logOf: async (dev) => {
      const lines: StoredEntry[] = [];
      for await (const page of pagesOfLog(db, dev)) lines.push(...page);
      return lines;
    },
    namesOf: (ids) =>
      listPeopleNames(
        db,
        [...new Set(ids)].filter((id) => recordIdSchema.safeParse(id).success),
      ),
    verifyLogs: () => verifyLogs(db),
    prune: () => prune(db, new Date(now()), new Date(now() - OUTCOMES_KEPT_MS), MARKS_KEPT),
    recordsOf: (commune) => listAllRecords(db, communeStream(commune)),
    filesOf: (commune) => listAllFiles(db, commune),
  };
}
