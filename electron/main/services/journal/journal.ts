import { open, rename, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Op } from '#shared/sync/op.ts';
import { diskFailure, systemCode } from '../disk/disk-failure.ts';
import { syncFolder } from '../disk/atomic-file.ts';
import { decodeJournalFrame, encodeJournalFrame, journalHeader } from './journal-frame.ts';
import { laneOf, scanJournal, type JournalEntry, type Lane } from './journal-scan.ts';

/** Most ops `readSince` answers at once, not counting further ops with the last one's counter. */
const READ_LIMIT = 1000;

/** Most bytes read at once, unless a single op is larger. */
const LARGEST_STRETCH = 16 * 1024 * 1024;

/** Every op made on this PC, in the order made, on disk before the screen says saved. */
export type Journal = {
  /** Appends all of `ops` or none; answers after the disk has them. Calls that come while the disk is busy share its next flush. */
  readonly append: (ops: readonly Op[]) => Promise<Result<null, ErrorCode>>;
  /** Ops of a lane with a counter above `n`, by counter, then as made. At most 1,000 (and never splits ops of one counter). */
  readonly readSince: (n: number, lane: Lane) => Promise<readonly Op[]>;
  readonly close: () => Promise<void>;
  /** Bytes in the middle of the file that could not be read when it was opened; 0 on a sound disk. */
  readonly damagedBytes: number;
};

/** Flushes written data to the disk; comes in so that tests can let it fail. */
export type Flush = (file: FileHandle) => Promise<void>;

type Waiting = {
  readonly frames: Uint8Array;
  readonly entries: readonly JournalEntry[];
  readonly done: (result: Result<null, ErrorCode>) => void;
};

/** Opens or makes the journal at `path`, cuts a torn last write, and leaves a file it cannot read untouched by throwing. */
export async function openJournal(path: string, flush: Flush = (file) => file.datasync()): Promise<Journal> {
  await makeIfMissing(path);
  const file = await open(path, 'r+');
  const scan = await file.readFile().then(scanJournal);
  await file.truncate(scan.end);
  const entries = [...scan.entries];
  let end = scan.end;
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;

  async function writeAll(): Promise<void> {
    for (let batch = waiting; batch.length > 0; batch = waiting) {
      waiting = [];
      const result = await writeBatch(batch);
      for (const { done } of batch) done(result);
    }
    writing = undefined;
  }

  async function writeBatch(batch: readonly Waiting[]): Promise<Result<null, ErrorCode>> {
    const bytes = Buffer.concat(batch.map(({ frames }) => frames));
    try {
      await writeFully(file, bytes, end);
      await flush(file);
    } catch (cause) {
      await file.truncate(end).catch(() => undefined); // the next open would cut it anyway
      return err(diskFailure(cause, 'journal-failed'));
    }
    for (const { entries: added } of batch) {
      for (const entry of added) {
        entries.push({ ...entry, start: end });
        end += entry.length;
      }
    }
    return ok(null);
  }

  return {
    damagedBytes: scan.damagedBytes,
    append(ops) {
      const frames = ops.map(encodeJournalFrame);
      const added = ops.map((op, i): JournalEntry => ({
        lane: laneOf(op),
        n: op.n,
        start: 0,
        length: frames[i]?.length ?? 0,
      }));
      return new Promise((done) => {
        waiting.push({ frames: Buffer.concat(frames), entries: added, done });
        writing ??= writeAll();
      });
    },
    async readSince(n, lane) {
      const wanted = takeWholeCounters(
        entries.filter((entry) => entry.lane === lane && entry.n > n).sort((a, b) => a.n - b.n || a.start - b.start),
      );
      return readOps(file, wanted);
    },
    async close() {
      await writing;
      await file.close();
    },
  };
}

function takeWholeCounters(sorted: readonly JournalEntry[]): readonly JournalEntry[] {
  let count = Math.min(READ_LIMIT, sorted.length);
  while (count < sorted.length && sorted[count]?.n === sorted[count - 1]?.n) count += 1;
  return sorted.slice(0, count);
}

/** Reads the stretch of the file that holds the entries at once; a thousand ops lie close together. */
async function readOps(file: FileHandle, entries: readonly JournalEntry[]): Promise<readonly Op[]> {
  const start = Math.min(...entries.map((entry) => entry.start));
  const end = Math.max(...entries.map((entry) => entry.start + entry.length));
  if (entries.length === 0) return [];
  if (end - start > LARGEST_STRETCH) {
    const middle = Math.ceil(entries.length / 2);
    return [...(await readOps(file, entries.slice(0, middle))), ...(await readOps(file, entries.slice(middle)))];
  }
  const stretch = new Uint8Array(end - start);
  await file.read(stretch, 0, stretch.length, start);
  return entries.map((entry) =>
    decodeJournalFrame(stretch.subarray(entry.start - start, entry.start - start + entry.length)),
  );
}

async function writeFully(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten;
  }
}

/** A new journal appears under its name only with a whole header, so that a crash never leaves one that cannot be opened. */
async function makeIfMissing(path: string): Promise<void> {
  try {
    await (await open(path, 'r')).close();
  } catch (cause) {
    if (systemCode(cause) !== 'ENOENT') throw cause;
    const next = `${path}.next`;
    const file = await open(next, 'w', 0o600);
    await file.writeFile(journalHeader);
    await file.sync();
    await file.close();
    await rename(next, path);
    await syncFolder(dirname(path));
  }
}
