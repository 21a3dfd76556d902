import { randomBytes } from 'node:crypto';
import { err, ok, type Result } from '#shared/base/result.ts';
import { crc32c } from './crc32c.ts';

/** Ops that never leave the PC have counters of their own; the others share the counter the province sees. */
export type Lane = 'shared' | 'local';

/** What a segment says of itself. `madeAt` in milliseconds; `dev`: number this PC had then; `keyId`: version of the key its frames are enciphered with. */
export type SegmentHeader = {
  readonly lane: Lane;
  readonly id: Uint8Array;
  readonly dev: number;
  readonly keyId: number;
  readonly madeAt: number;
};

/** What a frame says in clear. `n`: the op's counter; `index`: place in its segment. */
export type FrameHead = { readonly index: number; readonly n: number; readonly length: number };

/** Why a file is no segment this build reads. */
export type SegmentRefusal = 'journal-foreign' | 'journal-newer' | 'journal-damaged';

/** The version of the format this build writes. */
export const JOURNAL_VERSION = 2;
/** Bytes before the first frame: the header, twice. */
export const HEADER_BYTES = 128;
/** Bytes before a frame's payload. */
export const FRAME_HEAD_BYTES = 24;
/** No op is larger (as CBOR); a greater length on disk is damage. */
export const MAX_OP_BYTES = 1024 * 1024;
/** No segment is larger; a larger file is not one, and is not read. */
export const MAX_SEGMENT_BYTES = 16 * 1024 * 1024;
/** Nonce and tag around an enciphered op. */
export const SEAL_BYTES = 24 + 16;

const MAGIC = [0x48, 0x53, 0x58, 0x4a]; // HSXJ
const COPY = HEADER_BYTES / 2;
const lanes: readonly Lane[] = ['shared', 'local'];

/** A header for a new segment. */
export function newSegmentHeader(facts: Omit<SegmentHeader, 'id'>): SegmentHeader {
  return { ...facts, id: new Uint8Array(randomBytes(16)) };
}

/** The header as it is written: the same 64 bytes twice, so that one bad sector byte does not cost a segment. */
export function encodeHeader({ lane, id, dev, keyId, madeAt }: SegmentHeader): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  bytes[4] = JOURNAL_VERSION;
  bytes[5] = lanes.indexOf(lane);
  view.setUint32(8, dev, true);
  view.setUint32(12, keyId, true);
  view.setFloat64(16, madeAt, true);
  bytes.set(id, 24);
  view.setUint32(COPY - 4, crc32c(bytes.subarray(0, COPY - 4)), true);
  bytes.copyWithin(COPY, 0, COPY);
  return bytes;
}

/** Reads a header from whichever copy is sound. */
export function parseHeader(file: Uint8Array): Result<SegmentHeader, SegmentRefusal> {
  const copies = [file.subarray(0, COPY), file.subarray(COPY, HEADER_BYTES)].filter(
    (copy) => copy.length === COPY && MAGIC.every((byte, i) => copy[i] === byte),
  );
  for (const copy of copies) {
    const header = parseCopy(copy);
    if (header !== undefined) return ok(header);
  }
  if (copies.some((copy) => isSound(copy) && (copy[4] ?? 0) > JOURNAL_VERSION)) return err('journal-newer');
  return err(copies.length > 0 ? 'journal-damaged' : 'journal-foreign');
}

function parseCopy(copy: Uint8Array): SegmentHeader | undefined {
  const view = new DataView(copy.buffer, copy.byteOffset, COPY);
  const lane = lanes[copy[5] ?? -1];
  if (!isSound(copy) || copy[4] !== JOURNAL_VERSION || lane === undefined) return undefined;
  const madeAt = view.getFloat64(16, true);
  return { lane, id: copy.slice(24, 40), dev: view.getUint32(8, true), keyId: view.getUint32(12, true), madeAt };
}

function isSound(copy: Uint8Array): boolean {
  return new DataView(copy.buffer, copy.byteOffset, COPY).getUint32(COPY - 4, true) === crc32c(copy.subarray(0, -4));
}

/** A frame: head and enciphered payload. The head's checksum covers the segment's id too, so that a frame of another segment is none here. */
export function encodeFrame(segmentId: Uint8Array, index: number, n: number, payload: Uint8Array): Uint8Array {
  const frame = new Uint8Array(FRAME_HEAD_BYTES + payload.length);
  const view = new DataView(frame.buffer);
  view.setUint32(0, payload.length, true);
  view.setUint32(4, index, true);
  view.setBigUint64(8, BigInt(n), true);
  view.setUint32(16, crc32c(payload), true);
  view.setUint32(20, crc32c(frame.subarray(0, 20), crc32c(segmentId)), true);
  frame.set(payload, FRAME_HEAD_BYTES);
  return frame;
}

/** The head that starts at `start`, if its own checksum holds; says nothing of the payload. `length` is that of the whole frame. */
export function findFrameHead(file: DataView, start: number, idCrc: number): FrameHead | undefined {
  if (start + FRAME_HEAD_BYTES > file.byteLength) return undefined;
  const payload = file.getUint32(start, true);
  if (payload <= SEAL_BYTES || payload > MAX_OP_BYTES + SEAL_BYTES) return undefined;
  const high = file.getUint32(start + 12, true);
  if (high >= 0x200000) return undefined; // counters stay below 2^53
  const head = new Uint8Array(file.buffer, file.byteOffset + start, 20);
  if (file.getUint32(start + 20, true) !== crc32c(head, idCrc)) return undefined;
  const n = high * 0x100000000 + file.getUint32(start + 8, true);
  return { index: file.getUint32(start + 4, true), n, length: FRAME_HEAD_BYTES + payload };
}
