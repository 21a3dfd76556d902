import type { Readable } from 'node:stream';
import { Upload, type DataStore, type Locker } from '@tus/server';
import { ok } from '#shared/base/result.ts';
import { inCommune, type Database } from '#server/storage/database.ts';
import type { FilePlace } from '#server/storage/file-place.ts';
import { findFileSize, listMissingFiles } from '#server/storage/file-store.ts';
import type { NodeLocks } from '#server/storage/node-locks.ts';
import { createUploadLocker } from '#server/storage/upload-locker.ts';
import { noteKeptFile } from './note-kept-file.ts';
import { refuse, type Answer } from './refusal.ts';
import type { Caller } from './sync-push.ts';

/** Days an upload may stay unfinished. */
const STALE_MS = 7 * 24 * 60 * 60 * 1000;

/** Files of communes, named by the SHA-256 of their bytes. A file is the province's only once its hash was verified. */
export type FileService = {
  /** What tus works with: where arriving files grow, as `<commune>/<hash>`, and who may write into one at this moment. */
  readonly uploads: { readonly store: DataStore; readonly locker: Locker };
  readonly missing: (caller: Caller, hashes: readonly string[]) => Promise<string[]>;
  /** Size of a verified file. */
  readonly findSize: (caller: Caller, hash: string) => Promise<number | undefined>;
  readonly arrivedBytes: (caller: Caller, hash: string) => Promise<number | undefined>;
  /**
   * Begins a file with the bytes of one the commune has, `prefix`, and gives how many those are: what is behind them is still to come. `undefined` when there
   * is no such file, or it is no shorter. What has begun already stays as it is.
   */
  readonly beginBehind: (caller: Caller, hash: string, size: number, prefix: string) => Promise<number | undefined>;
  /** Adds bytes that came another way than the line, behind what has arrived; how many bytes that are then. */
  readonly addArrived: (caller: Caller, hash: string, bytes: Uint8Array) => Promise<number>;
  /** All `size` bytes have arrived: verifies and keeps them, or throws them away. May be asked again. */
  readonly finish: (caller: Caller, hash: string, size: number) => Promise<Answer<null>>;
  /** Throws away what has arrived of a file, to begin anew. */
  readonly restart: (caller: Caller, hash: string) => Promise<void>;
  /** Bytes `start` to `end`, both included, of a verified file. */
  readonly read: (caller: Caller, hash: string, range: { readonly start: number; readonly end: number }) => Readable;
  readonly dropStale: () => Promise<void>;
};

/** Longest a server waits for another one to verify the same file, milliseconds. */
const VERIFY_MS = 60_000;

/** Longest a request waits for another one that begins the same file, milliseconds. */
const BEGIN_MS = 15_000;

/** What the service stands on. `onKept`: called after a file has come whole, for the courier. */
export type FileServiceParts = {
  readonly db: Database;
  readonly place: FilePlace;
  readonly locks: NodeLocks;
  /** Server time in milliseconds. */
  readonly now: () => number;
  readonly onKept: () => void;
};

/** Makes the service. Any number of servers may work on one database and one place of files. */
export function createFileService({ db, place, locks, now, onKept }: FileServiceParts): FileService {
  const finishing = new Map<string, Promise<Answer<null>>>();
  const findSize = ({ commune }: Caller, hash: string): Promise<number | undefined> =>
    inCommune(db, commune, (trx) => findFileSize(trx, commune, hash));

  const verify = async (caller: Caller, hash: string, size: number): Promise<Answer<null>> => {
    const { commune } = caller;
    const arrived = await place.arrivedBytes(commune, hash);
    if (arrived === undefined) return (await findSize(caller, hash)) === undefined ? refuse('file-missing') : ok(null);
    if (arrived !== size || (await place.hashArrived(commune, hash)) !== hash) {
      await place.dropArrived(commune, hash);
      return refuse('file-hash-mismatch');
    }
    await place.keepArrived(commune, hash);
    await noteKeptFile(db, commune, hash, size);
    onKept();
    return ok(null);
  };

  /** One server at a time: what the other one has kept or thrown away meanwhile is seen then. */
  const verifyAlone = async (caller: Caller, hash: string, size: number): Promise<Answer<null>> => {
    const release = await locks.take(`verify ${caller.commune}/${hash}`, { waitMs: VERIFY_MS });
    if (release === undefined) return refuse('too-many-requests');
    try {
      return await verify(caller, hash, size);
    } finally {
      await release();
    }
  };

  const beginBehind: FileService['beginBehind'] = async (caller, hash, size, prefix) => {
    const { commune } = caller;
    const length = await findSize(caller, prefix);
    if (length === undefined || length >= size) return undefined;
    const id = `${commune}/${hash}`;
    const release = await locks.take(id, { waitMs: BEGIN_MS });
    if (release === undefined) return undefined;
    try {
      const begun = await place.arrivedBytes(commune, hash);
      if (begun !== undefined) return begun;
      await place.uploads.create(new Upload({ id, size, offset: 0, metadata: { hash } }));
      return await place.uploads.write(place.read(commune, prefix, { start: 0, end: length - 1 }), id, 0);
    } finally {
      await release();
    }
  };

  return {
    beginBehind,
    uploads: { store: place.uploads, locker: createUploadLocker(locks) },
    missing: ({ commune }, hashes) => inCommune(db, commune, (trx) => listMissingFiles(trx, commune, hashes)),
    findSize,
    arrivedBytes: ({ commune }, hash) => place.arrivedBytes(commune, hash),
    addArrived: ({ commune }, hash, bytes) => place.appendArrived(commune, hash, bytes),
    finish(caller, hash, size) {
      const key = `${caller.commune}/${hash}`;
      const running = finishing.get(key) ?? verifyAlone(caller, hash, size).finally(() => finishing.delete(key));
      finishing.set(key, running);
      return running;
    },
    restart: ({ commune }, hash) => place.dropArrived(commune, hash),
    read: ({ commune }, hash, range) => place.read(commune, hash, range),
    dropStale: () => place.dropStale(now() - STALE_MS),
  };
}
