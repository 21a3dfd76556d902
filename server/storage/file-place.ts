import type { Readable } from 'node:stream';
import type { DataStore } from '@tus/server';

/** Bytes `start` to `end`, both included. */
export type ByteRange = { readonly start: number; readonly end: number };

/**
 * Where a province's files lie, each named by commune and SHA-256: a folder (`file-folder.ts`) or a bucket (`file-bucket.ts`). All servers of the province
 * work on the same place; who writes into an arriving file at a moment is for the caller to see to (`node-locks.ts`).
 */
export type FilePlace = {
  /** Into which tus writes what arrives; an upload's id is `<commune>/<hash>`. */
  readonly uploads: DataStore;
  /** Bytes arrived of a file, or `undefined` when none has begun. */
  readonly arrivedBytes: (commune: string, hash: string) => Promise<number | undefined>;
  /** Adds bytes behind what has arrived of a file; how many bytes that are then. */
  readonly appendArrived: (commune: string, hash: string, bytes: Uint8Array) => Promise<number>;
  /** SHA-256 of what has arrived. */
  readonly hashArrived: (commune: string, hash: string) => Promise<string>;
  /** Moves a verified file to its place; it lasts when this returns. */
  readonly keepArrived: (commune: string, hash: string) => Promise<void>;
  /** Gives a verified file of one commune to another. Again is the same; false when the bytes are gone. */
  readonly share: (from: string, to: string, hash: string) => Promise<boolean>;
  /**
   * Takes what has arrived of one commune's files over to another, to be gone on with there; what that one has or has begun itself stays as it is. Again is the
   * same, and goes on where a crash ended it.
   */
  readonly bringArrived: (from: string, to: string) => Promise<void>;
  readonly dropArrived: (commune: string, hash: string) => Promise<void>;
  /** Throws out what was last written before `before` (milliseconds) and never ended. */
  readonly dropStale: (before: number) => Promise<void>;
  /** Bytes of a kept file, or `undefined` when it is not there. */
  readonly findSize: (commune: string, hash: string) => Promise<number | undefined>;
  /** Bytes of a kept file, all of them without a range; a file that is not there breaks the stream. */
  readonly read: (commune: string, hash: string, range?: ByteRange) => Readable;
  /** Keeps a file that comes whole; it lasts when this gives true. False, and nothing is kept, when it is not what its hash says. */
  readonly put: (commune: string, hash: string, bytes: Readable) => Promise<boolean>;
};

/** Where chunks of snapshots lie, beside the files. Each server serves what another one built. */
export type SnapshotPlace = {
  /** Keeps a chunk; it lasts when this gives its SHA-256. */
  readonly keep: (stream: string, bytes: Uint8Array) => Promise<string>;
  /** Bytes of a chunk, or `undefined` when it is not (or no longer) there. */
  readonly findSize: (stream: string, hash: string) => Promise<number | undefined>;
  readonly read: (stream: string, hash: string, range: ByteRange) => Readable;
  /** Throws out a stream's chunks that are not among `kept` and were last written before `before` (milliseconds): whoever was loading them has had time. */
  readonly dropOthers: (stream: string, kept: readonly string[], before: number) => Promise<void>;
};
