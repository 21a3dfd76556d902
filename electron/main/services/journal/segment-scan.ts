import { crc32c } from './crc32c.ts';
import { FRAME_HEAD_BYTES, findFrameHead, HEADER_BYTES, type FrameHead } from './segment-format.ts';

/** Where an op lies in its segment. */
export type SegmentEntry = FrameHead & { readonly start: number };

/** A run of bytes, end not included. */
export type Stretch = { readonly start: number; readonly end: number };

/** What a segment holds. `entries` by index; `end`: after the last whole frame; `damage`: what lies between whole frames and is none. */
export type SegmentScan = {
  readonly entries: readonly SegmentEntry[];
  readonly end: number;
  readonly damage: readonly Stretch[];
};

/**
 * Finds every whole frame, without any key. The search goes on behind damage byte by byte. A frame whose index was seen before is damage: frames
 * that were doubled or moved keep their place by index. Work is bounded: payloads that turn out wrong are paid from a budget of the file's size.
 */
export function scanSegment(file: Uint8Array, segmentId: Uint8Array): SegmentScan {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const idCrc = crc32c(segmentId);
  const entries = new Map<number, SegmentEntry>();
  const damage: Stretch[] = [];
  let end = Math.min(HEADER_BYTES, file.length);
  let budget = file.length;
  for (let start = end; start + FRAME_HEAD_BYTES <= file.length && budget > 0;) {
    const head = findFrameHead(view, start, idCrc);
    if (head === undefined || start + head.length > file.length || !payloadHolds(file, view, start, head)) {
      if (head !== undefined) budget -= head.length;
      start += 1;
      continue;
    }
    if (start > end) damage.push({ start: end, end: start });
    if (entries.has(head.index)) damage.push({ start, end: start + head.length });
    else entries.set(head.index, { ...head, start });
    start += head.length;
    end = start;
  }
  return { entries: [...entries.values()].sort((a, b) => a.index - b.index), end, damage };
}

function payloadHolds(file: Uint8Array, view: DataView, start: number, { length }: FrameHead): boolean {
  return view.getUint32(start + 16, true) === crc32c(file.subarray(start + FRAME_HEAD_BYTES, start + length));
}
