import type { FileHandle } from 'node:fs/promises';
import type { Op } from '#shared/sync/op.ts';
import type { DiskGate } from '../disk/disk-gate.ts';
import type { SetAside } from '../disk/set-aside.ts';
import type { KeySource, VersionedKey } from '../keys/key-source.ts';
import type { AcknowledgedNote } from './acknowledged-note.ts';
import { createJournalIndex, type JournalIndex, type Located } from './journal-index.ts';
import { decodeOp, encodeOp, openSealedOp, sealOp } from './op-cipher.ts';
import {
  closeSegmentFile,
  emptySegment,
  makeSegment,
  openSegmentFile,
  segmentPath,
  type JournalEntry,
  type Segment,
} from './segment.ts';
import { scanSegmentFolder } from './segment-folder.ts';
import { encodeFrame, FRAME_HEAD_BYTES, newSegmentHeader, type Lane } from './segment-format.ts';

/** Flushes written data to the disk; comes in so that tests can let it fail. */
export type Flush = (file: FileHandle) => Promise<void>;

/** When a segment is full, and how long acknowledged ones stay. */
export type JournalLimits = { readonly rotateBytes: number; readonly keepMs: number };

/** What the journal stands on. `device`: this PC's present number, 0 before enrolment. `now`: corrected milliseconds. */
export type JournalParts = {
  readonly folder: string;
  /** The one file of the first build, to be taken over. */
  readonly legacyFile: string;
  readonly setAside: SetAside;
  readonly keys: KeySource;
  readonly device: () => number;
  readonly disk: DiskGate;
  readonly now: () => number;
  readonly flush: Flush;
  readonly limits: JournalLimits;
};

/** An op ready to be enciphered. */
export type Prepared = { readonly lane: Lane; readonly n: number; readonly plain: Uint8Array };

/** The segments on disk and what is known of them. Its functions must not run at the same time; `journal.ts` sees to that. */
export type JournalStore = {
  readonly parts: JournalParts;
  readonly acknowledged: AcknowledgedNote;
  readonly index: JournalIndex;
  readonly segments: Segment[];
  lastOrder: number;
  scanDamage: number;
  setAside: number;
};

/** Reads the folder. */
export async function openJournalStore(parts: JournalParts, acknowledged: AcknowledgedNote): Promise<JournalStore> {
  const scan = await scanSegmentFolder(parts.folder, parts.setAside);
  const { segments, lastOrder } = scan;
  const index = createJournalIndex(() => segments);
  return { parts, acknowledged, index, segments, lastOrder, scanDamage: scan.damagedBytes, setAside: scan.setAside };
}

/** An op as the journal writes it. */
export function prepareOp(lane: Lane, op: Op): Prepared {
  return { lane, n: op.n, plain: encodeOp(op) };
}

/** Writes all or nothing (a crash may leave a part, never answered for), and flushes it. Throws what the disk says. */
export async function writePrepared(
  store: JournalStore,
  ops: readonly Prepared[],
  key: VersionedKey,
  dev: number,
): Promise<void> {
  const touched: { segment: Segment; entries: JournalEntry[]; end: number; file: FileHandle }[] = [];
  try {
    for (const lane of ['shared', 'local'] as const) {
      const mine = ops.filter((op) => op.lane === lane);
      if (mine.length === 0) continue;
      const segment = await takeActiveSegment(store, lane, key, dev);
      const file = await openSegmentFile(segment);
      const { bytes, entries } = sealFrames(segment, mine, key.key);
      touched.push({ segment, entries, end: segment.end + bytes.length, file });
      await writeFully(file, bytes, segment.end);
    }
    await Promise.all(touched.map(({ file }) => store.parts.flush(file)));
  } catch (cause) {
    for (const { file, segment } of touched) await file.truncate(segment.end).catch(() => undefined); // the next write or opening covers it
    throw cause;
  }
  for (const { segment, entries, end } of touched) {
    segment.entries.push(...entries);
    segment.nextIndex += entries.length;
    segment.end = end;
  }
  store.index.forget();
}

/** Frames of ops as they follow the segment's end. */
export function sealFrames(
  segment: Segment,
  ops: readonly Pick<Prepared, 'n' | 'plain'>[],
  key: Uint8Array,
): { readonly bytes: Uint8Array; readonly entries: JournalEntry[] } {
  const { id, lane } = segment.header;
  const entries: JournalEntry[] = [];
  let start = segment.end;
  const frames = ops.map(({ n, plain }, i) => {
    const index = segment.nextIndex + i;
    const frame = encodeFrame(id, index, n, sealOp(key, { segmentId: id, lane, index, n }, plain));
    entries.push({ index, n, start, length: frame.length });
    start += frame.length;
    return frame;
  });
  return { bytes: Buffer.concat(frames), entries };
}

/** The segment new frames of a lane go to: today's, of this number, under this key, not full; else a new one. */
async function takeActiveSegment(store: JournalStore, lane: Lane, key: VersionedKey, dev: number): Promise<Segment> {
  const { folder, limits, now } = store.parts;
  const madeAt = now();
  const last = store.segments.findLast(({ header }) => header.lane === lane);
  if (last !== undefined) {
    const { header, end, sealed } = last;
    const isToday = dayOf(header.madeAt) === dayOf(madeAt);
    if (!sealed && isToday && header.dev === dev && header.keyId === key.id && end < limits.rotateBytes) return last;
    last.sealed = true;
    await closeSegmentFile(last);
  }
  const order = store.lastOrder + 1;
  const header = newSegmentHeader({ lane, dev, keyId: key.id, madeAt });
  const path = segmentPath(folder, order, lane);
  await makeSegment(path, header);
  store.lastOrder = order;
  const segment = emptySegment(path, order, header);
  store.segments.push(segment);
  return segment;
}

/** Reads and deciphers entries. One that no key opens is marked, counted and copied aside; a key that is missing for now only skips it. */
export async function readLocated(store: JournalStore, located: readonly Located[]): Promise<readonly Op[]> {
  const plain = new Map<JournalEntry, Op>();
  for (const [segment, group] of groupBySegment(located)) {
    const entries = group.map(({ entry }) => entry);
    for (const { entry, bytes } of await openEntries(store, segment, entries)) plain.set(entry, decodeOp(bytes));
  }
  return located.flatMap(({ entry }) => plain.get(entry) ?? []);
}

/** The plain bytes of a segment's entries, as far as they can be opened. */
export async function openEntries(
  store: JournalStore,
  segment: Segment,
  entries: readonly JournalEntry[],
): Promise<readonly { readonly entry: JournalEntry; readonly bytes: Uint8Array }[]> {
  const { id, lane, keyId } = segment.header;
  const key = store.parts.keys.find('journal', keyId);
  const start = entries.reduce((least, entry) => Math.min(least, entry.start), segment.end);
  const stretch = new Uint8Array(
    entries.reduce((most, entry) => Math.max(most, entry.start + entry.length), start) - start,
  );
  const file = await openSegmentFile(segment);
  await file.read(stretch, 0, stretch.length, start);
  if (segment.sealed) await closeSegmentFile(segment);
  const opened: { entry: JournalEntry; bytes: Uint8Array }[] = [];
  for (const entry of entries) {
    const frame = stretch.subarray(entry.start - start, entry.start - start + entry.length);
    const place = { segmentId: id, lane, index: entry.index, n: entry.n };
    const bytes = key === undefined ? undefined : openSealedOp(key, place, frame.subarray(FRAME_HEAD_BYTES));
    if (bytes !== undefined) opened.push({ entry, bytes });
    else if (entry.unreadable !== true) await markUnreadable(store, segment, entry, frame, key !== undefined);
  }
  return opened;
}

async function markUnreadable(
  store: JournalStore,
  segment: Segment,
  entry: JournalEntry,
  frame: Uint8Array,
  hasKey: boolean,
): Promise<void> {
  entry.unreadable = true;
  if (!hasKey) return;
  const name = `journal-${String(segment.order)}-${segment.header.lane}-${String(entry.start)}-frame`;
  if (await store.parts.setAside.keep(name, frame).catch(() => false)) store.setAside += 1;
}

function groupBySegment(located: readonly Located[]): Map<Segment, Located[]> {
  const groups = new Map<Segment, Located[]>();
  for (const each of located) {
    const group = groups.get(each.segment);
    if (group === undefined) groups.set(each.segment, [each]);
    else group.push(each);
  }
  return groups;
}

async function writeFully(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten;
  }
}

function dayOf(ms: number): number {
  return Math.floor(ms / 86_400_000);
}
