import { open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';
import { syncFolder } from '../disk/atomic-file.ts';
import {
  encodeHeader,
  HEADER_BYTES,
  MAX_SEGMENT_BYTES,
  parseHeader,
  type Lane,
  type SegmentHeader,
  type SegmentRefusal,
} from './segment-format.ts';
import { scanSegment, type SegmentEntry, type Stretch } from './segment-scan.ts';

/** An op's place, and whether it was found that no key opens it. */
export type JournalEntry = SegmentEntry & { unreadable?: true };

/** One file of the journal, as it stands on disk. Only the journal changes it. */
export type Segment = {
  readonly path: string;
  /** Place among all segments: rises with every new one. */
  readonly order: number;
  header: SegmentHeader;
  entries: JournalEntry[];
  /** After the last whole frame: where the next one goes. */
  end: number;
  nextIndex: number;
  /** Takes no more frames. */
  sealed: boolean;
  handle: FileHandle | undefined;
};

/** A segment as found: what it holds, and what in it is none. */
export type FoundSegment = {
  readonly segment: Segment;
  readonly bytes: Uint8Array;
  readonly damage: readonly Stretch[];
};

const NAME = /^(\d{8})-(shared|local)\.hsxj$/;

/** `00000012-shared.hsxj` */
export function segmentPath(folder: string, order: number, lane: Lane): string {
  return join(folder, `${String(order).padStart(8, '0')}-${lane}.hsxj`);
}

/** Order and lane of a segment's name; undefined when it is not one's. */
export function parseSegmentName(name: string): { readonly order: number; readonly lane: Lane } | undefined {
  const match = NAME.exec(name);
  return match === null ? undefined : { order: Number(match[1]), lane: match[2] === 'local' ? 'local' : 'shared' };
}

/** Reads and scans a file that may be a segment. */
export async function readSegment(path: string, order: number): Promise<Result<FoundSegment, SegmentRefusal>> {
  if ((await stat(path)).size > MAX_SEGMENT_BYTES) return err('journal-foreign');
  const bytes = new Uint8Array(await readFile(path));
  const header = parseHeader(bytes);
  if (!header.ok) return header;
  const { entries, end, damage } = scanSegment(bytes, header.value.id);
  const nextIndex = (entries.at(-1)?.index ?? -1) + 1;
  const segment: Segment = {
    path,
    order,
    header: header.value,
    entries: [...entries],
    end,
    nextIndex,
    sealed: bytes.length < HEADER_BYTES, // cut within its header: nothing may follow
    handle: undefined,
  };
  return ok({ segment, bytes, damage });
}

/** Makes a segment with what it begins with; it appears under its name whole and durable, or not at all. */
export async function makeSegment(
  path: string,
  header: SegmentHeader,
  frames: readonly Uint8Array[] = [],
): Promise<void> {
  const next = `${path}.next`;
  try {
    const file = await open(next, 'w', 0o600);
    try {
      await file.writeFile(Buffer.concat([encodeHeader(header), ...frames]));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(next, path);
  } catch (cause) {
    await rm(next, { force: true }).catch(() => undefined); // the next start clears it away
    throw cause;
  }
  await syncFolder(dirname(path));
}

/** A segment just made, with nothing in it. */
export function emptySegment(path: string, order: number, header: SegmentHeader): Segment {
  return { path, order, header, entries: [], end: HEADER_BYTES, nextIndex: 0, sealed: false, handle: undefined };
}

/** The file of a segment, open for reading and writing. */
export async function openSegmentFile(segment: Segment): Promise<FileHandle> {
  return (segment.handle ??= await open(segment.path, 'r+'));
}

/** Lets go of a segment's file. */
export async function closeSegmentFile(segment: Segment): Promise<void> {
  const handle = segment.handle;
  segment.handle = undefined;
  await handle?.close();
}
