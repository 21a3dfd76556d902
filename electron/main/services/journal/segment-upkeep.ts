import { copyFile, open, rename, rm, truncate } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Op } from '#shared/sync/op.ts';
import { syncFolder } from '../disk/atomic-file.ts';
import type { VersionedKey } from '../keys/key-source.ts';
import { openEntries, prepareOp, readLocated, sealFrames, type JournalStore } from './journal-store.ts';
import { closeSegmentFile, emptySegment, makeSegment, readSegment, segmentPath, type Segment } from './segment.ts';
import { newSegmentHeader } from './segment-format.ts';

/** Most bytes a new segment is filled with at once. */
const FILL_BYTES = 4 * 1024 * 1024;

/**
 * Removes shared segments that are old and whose every op the province has acknowledged. The newest of each number stays, whatever its age:
 * it says where the counter stands. The local lane is never touched.
 */
export async function dropAcknowledged(store: JournalStore): Promise<number> {
  const { now, limits, folder } = store.parts;
  const droppable = store.segments.filter((segment) => {
    const { lane, dev, madeAt } = segment.header;
    const acked = store.acknowledged.get(dev);
    const isOld = madeAt < now() - limits.keepMs;
    return lane === 'shared' && isOld && !isNewest(store, segment) && segment.entries.every(({ n }) => n <= acked);
  });
  for (const segment of droppable) {
    await closeSegmentFile(segment);
    await rm(segment.path, { force: true });
    store.segments.splice(store.segments.indexOf(segment), 1);
  }
  if (droppable.length > 0) {
    store.index.forget();
    await syncFolder(folder);
  }
  return droppable.length;
}

function isNewest(store: JournalStore, { header, order, entries }: Segment): boolean {
  const last = entries.reduce((most, { n }) => Math.max(most, n), 0);
  return !store.segments.some(
    (other) =>
      other.header.lane === header.lane &&
      other.header.dev === header.dev &&
      other.order > order &&
      other.entries.some(({ n }) => n >= last),
  );
}

/** Writes a segment anew under another key, in its place at once or not at all. What no key opens was copied aside and is left out; without the old key the segment stays as it is. */
export async function reencipherSegment(store: JournalStore, segment: Segment, key: VersionedKey): Promise<boolean> {
  const { keys } = store.parts;
  if (keys.find('journal', segment.header.keyId) === undefined) return false;
  const opened = segment.entries.length === 0 ? [] : await openEntries(store, segment, segment.entries);
  const header = { ...segment.header, keyId: key.id };
  const fresh = emptySegment(segment.path, segment.order, header);
  const frames: Uint8Array[] = [];
  for (const { entry, bytes } of opened) {
    fresh.nextIndex = entry.index;
    const sealed = sealFrames(fresh, [{ n: entry.n, plain: bytes }], key.key);
    frames.push(sealed.bytes);
    fresh.entries.push(...sealed.entries);
    fresh.end += sealed.bytes.length;
    bytes.fill(0);
  }
  await closeSegmentFile(segment);
  await makeSegment(segment.path, header, frames);
  segment.header = header;
  segment.entries = fresh.entries;
  segment.end = fresh.end;
  store.index.forget();
  return true;
}

/** Writes ops as the counters 1, 2, 3 … of another number, in segments of their own. Earlier ones of that number were never used and go aside. */
export async function writeAsDevice(
  store: JournalStore,
  ops: readonly Op[],
  dev: number,
  key: VersionedKey,
): Promise<void> {
  for (const orphan of store.segments.filter(({ header }) => header.lane === 'shared' && header.dev === dev)) {
    await closeSegmentFile(orphan);
    await store.parts.setAside.move(orphan.path, `journal-${basename(orphan.path)}`);
    store.segments.splice(store.segments.indexOf(orphan), 1);
  }
  const prepared = ops.map((op, i) => prepareOp('shared', { ...op, dev, n: i + 1 }));
  for (let from = 0; from < prepared.length;) {
    let until = from;
    for (let bytes = 0; until < prepared.length && bytes < FILL_BYTES; until += 1)
      bytes += prepared[until]?.plain.length ?? 0;
    const order = store.lastOrder + 1;
    const header = newSegmentHeader({ lane: 'shared', dev, keyId: key.id, madeAt: store.parts.now() });
    const segment = emptySegment(segmentPath(store.parts.folder, order, 'shared'), order, header);
    const { bytes, entries } = sealFrames(segment, prepared.slice(from, until), key.key);
    await makeSegment(segment.path, header, [bytes]);
    segment.entries.push(...entries);
    segment.nextIndex = entries.length;
    segment.end += bytes.length;
    store.segments.push(segment);
    store.lastOrder = order;
    from = until;
  }
  store.index.forget();
}

/** All readable shared ops of a number from a counter on, as made. */
export async function readFrom(store: JournalStore, dev: number, from: number): Promise<readonly Op[]> {
  const ops: Op[] = [];
  for (let n = from - 1; ;) {
    const located = store.index.listAbove('shared', dev, n);
    if (located.length === 0) return ops;
    ops.push(...(await readLocated(store, located)));
    n = located.at(-1)?.entry.n ?? n;
  }
}

/** Takes a segment from elsewhere (a backup) in, behind those that are here. One that is here already, at least as long, is passed over; a foreign file is copied aside. */
export async function adoptSegment(store: JournalStore, from: string): Promise<void> {
  const { folder, setAside } = store.parts;
  const order = store.lastOrder + 1;
  const found = await readSegment(from, order);
  if (!found.ok) {
    const next = `${segmentPath(folder, order, 'shared')}.next`;
    await copyFile(from, next);
    await setAside.move(next, `journal-${basename(from)}`);
    store.setAside += 1;
    return;
  }
  const { segment, damage } = found.value;
  const known = store.segments.find(({ header }) => Buffer.from(header.id).equals(segment.header.id));
  if (known !== undefined && known.entries.length >= segment.entries.length) return;
  const path = known?.path ?? segmentPath(folder, order, segment.header.lane);
  await copyDurably(from, path, segment.end);
  const adopted: Segment = { ...segment, path, order: known?.order ?? order, sealed: true };
  if (known === undefined) {
    store.segments.push(adopted);
    store.lastOrder = order;
  } else {
    await closeSegmentFile(known);
    store.segments.splice(store.segments.indexOf(known), 1, adopted);
  }
  store.scanDamage += damage.reduce((sum, { start, end }) => sum + end - start, 0);
  store.index.forget();
}

async function copyDurably(from: string, path: string, bytes: number): Promise<void> {
  const next = `${path}.next`;
  await copyFile(from, next);
  await truncate(next, bytes);
  const file = await open(next, 'r+');
  await file.sync();
  await file.close();
  await rename(next, path);
  await syncFolder(dirname(path));
}
