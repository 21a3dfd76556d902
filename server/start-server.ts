import type { Writable } from 'node:stream';
import type { AddressInfo } from 'node:net';
import type { SyncRecord } from '#shared/sync/record.ts';
import { must } from '#shared/base/must.ts';
import { buildApp } from './app.ts';
import type { RequestLimits } from './routes/request-limits.ts';
import type { GateSize } from './routes/work-gate.ts';
import { messages } from './messages.ts';
import { openFilePlaces, type FileSettings } from './open-file-places.ts';
import { takeFolder } from './server-folder.ts';
import { createBackup, type BackupReport } from './services/backup-service.ts';
import type { Merger } from './services/directory-service.ts';
import { createProvinceService } from './services/province-service.ts';
import { openAsApp, openAsOwner, SERVER_CONNECTION } from './storage/database.ts';
import type { SnapshotPolicy } from './services/snapshot/snapshot-service.ts';
import { startEmbeddedPostgres } from './storage/embedded-postgres.ts';
import { migrate } from './storage/migrate.ts';
import { createNodeLocks } from './storage/node-locks.ts';

const HOUR_MS = 60 * 60_000;

export type StartOptions = FileSettings & {
  /** 0 or left out: a free one. */
  readonly port?: number;
  readonly host?: string;
  readonly databaseUrl?: string | undefined;
  /** Server time in milliseconds; the machine's clock unless a test has its own. */
  readonly now?: () => number;
  /** Where structured log lines go; `true` is standard output, left out is nowhere. */
  readonly log?: boolean | Writable;
  /** Other limits of requests than the usual ones. */
  readonly limits?: Partial<RequestLimits>;
  /** Another size of the gate before sync than the usual one. */
  readonly gate?: Partial<GateSize>;
  /** Another rule for snapshots than the usual one. */
  readonly snapshots?: Partial<SnapshotPolicy>;
};

/** A provincial server in this process. */
export type RunningServer = {
  readonly url: string;
  readonly port: number;
  /** Again is the same. */
  readonly createCommune: (commune: {
    readonly id: string;
    readonly name: string;
    readonly province: string;
    readonly kind?: 'commune' | 'province';
    readonly organId?: string;
  }) => Promise<void>;
  /** One office goes into another. */
  readonly mergeCommune: (from: string, into: string) => Promise<Merger>;
  /** A one-time code for a PC of a commune that exists. */
  readonly createCode: (
    communeId: string,
    options?: { readonly name?: string; readonly holdsRegister?: boolean },
  ) => Promise<string>;
  /** Shuts a PC out, with an order to wipe if wanted; whether that changed anything. */
  readonly revoke: (dev: number, options?: { readonly wipe?: boolean }) => Promise<boolean>;
  /** Everything the server holds of a commune, in order of sequence. */
  readonly recordsOf: (communeId: string) => Promise<SyncRecord[]>;
  /** Verified files of a commune. */
  readonly filesOf: (communeId: string) => Promise<{ readonly hash: string; readonly size: number }[]>;
  /** Makes a backup in a folder of backups, while the server works. */
  readonly backup: (folder: string) => Promise<BackupReport>;
  /** Lets running requests end, then stops everything this start began. The data stay. */
  readonly stop: () => Promise<void>;
};

/** Starts database, server and port; on failure nothing is left running. */
export async function startServer({
  dataDir,
  port = 0,
  host = '127.0.0.1',
  databaseUrl,
  filesFolder,
  bucket,
  log = false,
  now = Date.now,
  limits = {},
  gate = {},
  snapshots = {},
}: StartOptions): Promise<RunningServer> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
  };
  try {
    undo.push(await takeFolder(dataDir));
    const url = databaseUrl ?? (await startOwnDatabase(dataDir, undo));
    const owner = openAsOwner(url);
    undo.push(() => owner.destroy());
    await migrate(owner);
    const db = openAsApp(url);
    undo.push(() => db.destroy());
    const watched = openAsApp(url, 1);
    undo.push(() => watched.destroy());
    const places = await openFilePlaces({ dataDir, filesFolder, bucket });
    undo.push(() => {
      places.close();
      return Promise.resolve();
    });
    const province = createProvinceService(owner, now, places.files);
    await province.publishMissing(messages);
    const locks = createNodeLocks(url, SERVER_CONNECTION);
    undo.push(locks.close);
    const lines = log === true ? process.stdout : log || undefined;
    const app = await buildApp({ db, watched, locks, places, now, limits, gate, snapshots, log: lines });
    undo.push(() => app.close());
    await app.listen({ port, host });
    const pruning = setInterval(() => void province.prune().catch(() => undefined), HOUR_MS);
    pruning.unref();
    undo.push(() => {
      clearInterval(pruning);
      return Promise.resolve();
    });
    const { port: taken } = app.server.address() as AddressInfo;
    return {
      url: `http://${host}:${taken}`,
      port: taken,
      createCommune: (commune) => province.createCommune(commune, messages),
      mergeCommune: province.mergeCommune,
      createCode: async (communeId, options = {}) =>
        must(await province.createCode(communeId, options), `commune ${communeId} exists`),
      revoke: province.revoke,
      recordsOf: province.recordsOf,
      filesOf: province.filesOf,
      backup: (folder) => createBackup({ url, files: places.files }, folder, now),
      stop,
    };
  } catch (failure) {
    await stop();
    throw failure;
  }
}

async function startOwnDatabase(dataDir: string, undo: (() => Promise<unknown>)[]): Promise<string> {
  const postgres = await startEmbeddedPostgres(dataDir);
  undo.push(postgres.stop);
  return postgres.url;
}
