import { access } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { JournalFacts } from '#shared/contract/disk-facts.ts';
import type { Op } from '#shared/sync/op.ts';
import { diskFailure, isDiskFull } from '../disk/disk-failure.ts';
import { openGate } from '../disk/disk-gate.ts';
import type { VersionedKey } from '../keys/key-source.ts';
import { createOneAtATime } from '../transfers/one-at-a-time.ts';
import { openAcknowledgedNote } from './acknowledged-note.ts';
import {
  openJournalStore,
  prepareOp,
  readLocated,
  writePrepared,
  type JournalLimits,
  type JournalParts,
  type Prepared,
} from './journal-store.ts';
import { closeSegmentFile } from './segment.ts';
import { ACKNOWLEDGED_FILE } from './segment-folder.ts';
import { MAX_OP_BYTES, type Lane } from './segment-format.ts';
import { adoptSegment, dropAcknowledged, readFrom, reencipherSegment, writeAsDevice } from './segment-upkeep.ts';
import { laneOf, takeOverLegacy } from './take-over-legacy.ts';

/** Every op made on this PC, enciphered, in the order made, on disk before the screen says saved. */
export type Journal = {
  /** Appends all of `ops` or none; answers after the disk has them. Calls that come while the disk is busy share its next flush. */
  readonly append: (ops: readonly Op[]) => Promise<Result<null, ErrorCode>>;
  /**
   * Ops of a lane with a counter above `n`, by counter, then as made. At most 1,000 (and never splits ops of one counter). Of the lane `shared`
   * those of the present device number; of the lane `local` all.
   */
  readonly readSince: (n: number, lane: Lane) => Promise<Result<readonly Op[], ErrorCode>>;
  readonly facts: () => JournalFacts;
  /** The province has taken all counters of a device number up to `n`. */
  readonly noteAcked: (dev: number, n: number) => Promise<void>;
  /** Writes the shared ops of the present number from counter `from` on anew as 1, 2, 3 … of the number `dev`, which nobody may use yet. How many. */
  readonly copyAsDevice: (from: number, dev: number) => Promise<Result<number, ErrorCode>>;
  /** Enciphers every segment with the current key that is not. Goes on where a crash or lock ended it. */
  readonly reencipher: () => Promise<Result<null, ErrorCode>>;
  /** Segments under the current key (or under one that is gone), of all. */
  readonly rotation: () => { readonly done: number; readonly total: number };
  /** The files as they lie here, enciphered; the first `size` bytes are whole. */
  readonly listSegments: () => readonly { readonly name: string; readonly path: string; readonly size: number }[];
  /** Takes segments of a backup in, beside those that are here. */
  readonly adopt: (paths: readonly string[]) => Promise<Result<null, ErrorCode>>;
  readonly close: () => Promise<void>;
};

/** Parts of the journal; those with a usual value may be left out. */
export type JournalWish = Pick<JournalParts, 'folder' | 'legacyFile' | 'setAside' | 'keys' | 'device'> &
  Partial<Pick<JournalParts, 'disk' | 'now' | 'flush'>> & { readonly limits?: Partial<JournalLimits> };

const DAY = 86_400_000;
const BATCH_BYTES = 4 * 1024 * 1024;
const CALL_BYTES = 8 * 1024 * 1024;

type Waiting = {
  readonly ops: readonly Prepared[];
  readonly bytes: number;
  readonly done: (result: Result<null, ErrorCode>) => void;
};

/** Opens or makes the journal in a folder. What cannot be read is set aside and counted, never deleted. */
export async function openJournal(wish: JournalWish): Promise<Journal> {
  const parts: JournalParts = {
    disk: openGate,
    now: Date.now,
    flush: (file) => file.datasync(),
    ...wish,
    limits: { rotateBytes: 4 * 1024 * 1024, keepMs: 31 * DAY, ...wish.limits },
  };
  const { keys, disk, device } = parts;
  const store = await openJournalStore(parts, await openAcknowledgedNote(join(parts.folder, ACKNOWLEDGED_FILE)));
  const turns = createOneAtATime();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => turns('journal', work);
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let hasLegacy = await isThere(parts.legacyFile);

  /** Work that needs the key and room, once more after room was made; failures of the disk are codes. */
  async function attempt<T>(work: (key: VersionedKey) => Promise<T>): Promise<Result<T, ErrorCode>> {
    for (let hasMadeRoom = false; ; hasMadeRoom = true) {
      const key = keys.current('journal');
      if (key === undefined) return err('locked');
      try {
        if (hasLegacy) await takeOverLegacy(store, key);
        hasLegacy = false;
        return ok(await work(key));
      } catch (cause) {
        if (keys.current('journal') === undefined) return err('locked');
        const canTryAgain = isDiskFull(cause) && !hasMadeRoom && (await disk.makeRoom());
        if (!canTryAgain) return err(diskFailure(cause, 'journal-failed'));
      }
    }
  }

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      await inTurn(async () => {
        const batch = takeBatch();
        const refused = await disk.refusal();
        const result =
          refused === undefined
            ? await attempt((key) =>
                writePrepared(
                  store,
                  batch.flatMap(({ ops }) => ops),
                  key,
                  device(),
                ),
              )
            : err(refused);
        for (const { done } of batch) done(result.ok ? ok(null) : result);
      });
    }
    writing = undefined;
  }

  function takeBatch(): readonly Waiting[] {
    let bytes = 0;
    const count = waiting.findIndex((each) => (bytes += each.bytes) > BATCH_BYTES);
    const batch = waiting.slice(0, count === -1 ? waiting.length : Math.max(1, count));
    waiting = waiting.slice(batch.length);
    return batch;
  }

  async function read(n: number, lane: Lane): Promise<Result<readonly Op[], ErrorCode>> {
    for (;;) {
      const found = await attempt(async () => {
        const located = store.index.listAbove(lane, device(), n);
        return { isEnd: located.length === 0, ops: await readLocated(store, located) };
      });
      if (!found.ok) return found;
      if (keys.current('journal') === undefined) return err('locked');
      if (found.value.isEnd || found.value.ops.length > 0) return ok(found.value.ops);
    }
  }

  function unreadableBytes(): number {
    const lost = store.segments.flatMap(({ entries }) => entries.filter(({ unreadable }) => unreadable === true));
    return lost.reduce((sum, { length }) => sum + length, 0);
  }

  const stopListening = keys.onChange(() => {
    for (const { entries } of store.segments) for (const entry of entries) delete entry.unreadable; // other keys may open them
    if (hasLegacy && keys.current('journal') !== undefined) void inTurn(() => attempt(() => Promise.resolve(null)));
  });
  await dropAcknowledged(store);

  return {
    append(ops) {
      const prepared = ops.map((op) => prepareOp(laneOf(op), op));
      const bytes = prepared.reduce((sum, { plain }) => sum + plain.length, 0);
      const fits = bytes <= CALL_BYTES && prepared.every(({ plain }) => plain.length <= MAX_OP_BYTES);
      if (!fits || ops.some(({ dev }) => dev !== device())) return Promise.resolve(err('bad-input'));
      return new Promise((done) => {
        waiting.push({ ops: prepared, bytes, done });
        writing ??= writeAll();
      });
    },
    readSince: (n, lane) => inTurn(() => read(n, lane)),
    facts() {
      const { firstN, lastN, lastLocalN } = store.index.facts(device());
      const acked = store.acknowledged.get(device());
      const damagedBytes = store.scanDamage + unreadableBytes();
      return { firstN, lastN: Math.max(lastN, acked), lastLocalN, acked, damagedBytes, setAside: store.setAside };
    },
    async noteAcked(dev, n) {
      if (n <= store.acknowledged.get(dev)) return;
      await store.acknowledged.note(dev, n);
      await inTurn(() => dropAcknowledged(store));
    },
    copyAsDevice: (from, dev) =>
      inTurn(() =>
        attempt(async (key) => {
          const ops = await readFrom(store, device(), from);
          await writeAsDevice(store, ops, dev, key);
          return ops.length;
        }),
      ),
    async reencipher() {
      for (const segment of [...store.segments]) {
        const done = await inTurn(() =>
          attempt(async (key) => {
            const isHere = store.segments.includes(segment) && segment.header.keyId !== key.id;
            if (isHere) await reencipherSegment(store, segment, key);
            return null;
          }),
        );
        if (!done.ok) return done;
      }
      return ok(null);
    },
    rotation() {
      const keyId = keys.current('journal')?.id;
      const done = store.segments.filter(
        ({ header }) => header.keyId === keyId || keys.find('journal', header.keyId) === undefined,
      );
      return { done: keyId === undefined ? 0 : done.length, total: store.segments.length };
    },
    listSegments: () => store.segments.map(({ path, end }) => ({ name: basename(path), path, size: end })),
    adopt: (paths) =>
      inTurn(async () => {
        try {
          for (const path of paths) await adoptSegment(store, path);
          return ok(null);
        } catch (cause) {
          return err(diskFailure(cause, 'journal-failed'));
        }
      }),
    async close() {
      stopListening();
      await writing;
      await inTurn(async () => {
        for (const segment of store.segments) await closeSegmentFile(segment);
      });
    },
  };
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
