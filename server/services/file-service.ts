import type { Readable } from 'node:stream';
import { ok } from '#shared/base/result.ts';
import { inCommune, type Database } from '#server/storage/database.ts';
import type { FileFolder } from '#server/storage/file-folder.ts';
import { queueTasks } from '#server/storage/courier-queue.ts';
import { findFileSize, insertFile, listMissingFiles } from '#server/storage/file-store.ts';
import { refuse, type Answer } from './refusal.ts';
import type { Caller } from './sync-push.ts';

/** Days an upload may stay unfinished. */
const STALE_MS = 7 * 24 * 60 * 60 * 1000;

/** Files of communes, named by the SHA-256 of their bytes. A file is the province's only once its hash was verified. */
export type FileService = {
  /** Folder in which arriving files grow, as `<commune>/<hash>`. */
  readonly incoming: string;
  readonly missing: (caller: Caller, hashes: readonly string[]) => Promise<string[]>;
  /** Size of a verified file. */
  readonly findSize: (caller: Caller, hash: string) => Promise<number | undefined>;
  readonly arrivedBytes: (caller: Caller, hash: string) => Promise<number | undefined>;
  /** All `size` bytes have arrived: verifies and keeps them, or throws them away. May be asked again. */
  readonly finish: (caller: Caller, hash: string, size: number) => Promise<Answer<null>>;
  /** Throws away what has arrived of a file, to begin anew. */
  readonly restart: (caller: Caller, hash: string) => Promise<void>;
  /** Bytes `start` to `end`, both included, of a verified file. */
  readonly read: (caller: Caller, hash: string, range: { readonly start: number; readonly end: number }) => Readable;
  readonly dropStale: () => Promise<void>;
};

/** `onKept`: called after a file has come whole, for the courier. */
export function createFileService(
  db: Database,
  folder: FileFolder,
  now: () => number,
  onKept: () => void = () => undefined,
): FileService {
  const finishing = new Map<string, Promise<Answer<null>>>();
  const findSize = ({ commune }: Caller, hash: string): Promise<number | undefined> =>
    inCommune(db, commune, (trx) => findFileSize(trx, commune, hash));

  const verify = async (caller: Caller, hash: string, size: number): Promise<Answer<null>> => {
    const { commune } = caller;
    const arrived = await folder.arrivedBytes(commune, hash);
    if (arrived === undefined) return (await findSize(caller, hash)) === undefined ? refuse('file-missing') : ok(null);
    if (arrived !== size || (await folder.hashArrived(commune, hash)) !== hash) {
      await folder.dropArrived(commune, hash);
      return refuse('file-hash-mismatch');
    }
    await folder.keepArrived(commune, hash);
    await inCommune(db, commune, async (trx) => {
      await insertFile(trx, commune, hash, size);
      // Always: a dispatch that takes it to somebody at this very moment is not seen from here, nor this file from there.
      await queueTasks(trx, commune, [{ kind: 'file', id: hash }]);
    });
    onKept();
    return ok(null);
  };

  return {
    incoming: folder.incoming,
    missing: ({ commune }, hashes) => inCommune(db, commune, (trx) => listMissingFiles(trx, commune, hashes)),
    findSize,
    arrivedBytes: ({ commune }, hash) => folder.arrivedBytes(commune, hash),
    finish(caller, hash, size) {
      const key = `${caller.commune}/${hash}`;
      const running = finishing.get(key) ?? verify(caller, hash, size).finally(() => finishing.delete(key));
      finishing.set(key, running);
      return running;
    },
    restart: ({ commune }, hash) => folder.dropArrived(commune, hash),
    read: ({ commune }, hash, range) => folder.read(commune, hash, range),
    dropStale: () => folder.dropStale(now() - STALE_MS),
  };
}
