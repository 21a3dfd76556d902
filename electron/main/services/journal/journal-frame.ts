import { Encoder } from 'cbor-x';
import type { Op } from '#shared/sync/op.ts';
import { crc32c } from './crc32c.ts';

/** First bytes of a journal: the letters HSXJ and the format's version. */
export const journalHeader = Uint8Array.of(0x48, 0x53, 0x58, 0x4a, 1, 0, 0, 0);

/** Bytes before a frame's payload: length and checksum, both little-endian. */
export const FRAME_HEAD = 8;

/** No op is larger; a greater length on disk is damage. */
export const MAX_FRAME_PAYLOAD = 1024 * 1024;

const cbor = new Encoder({ useRecords: false, variableMapSize: true, tagUint8Array: false });

/** One op as a frame: payload length, CRC-32C over length and payload, payload (CBOR). */
export function encodeJournalFrame(op: Op): Uint8Array {
  const payload = encodePayload(op);
  if (payload.length > MAX_FRAME_PAYLOAD) throw new RangeError('op too large for a journal frame');
  const frame = new Uint8Array(FRAME_HEAD + payload.length);
  const view = new DataView(frame.buffer);
  view.setUint32(0, payload.length, true);
  frame.set(payload, FRAME_HEAD);
  view.setUint32(4, checksum(frame), true);
  return frame;
}

/** Where a whole, undamaged frame ends that starts at `start`, or `undefined` when there is none. */
export function findFrameEnd(file: Uint8Array, start: number): number | undefined {
  if (start + FRAME_HEAD > file.length) return undefined;
  const view = new DataView(file.buffer, file.byteOffset);
  const length = view.getUint32(start, true);
  const end = start + FRAME_HEAD + length;
  if (length === 0 || length > MAX_FRAME_PAYLOAD || end > file.length) return undefined;
  return view.getUint32(start + 4, true) === checksum(file.subarray(start, end)) ? end : undefined;
}

/**
 * The op of a frame that `findFrameEnd` has found whole. What was written had passed `opSchema`, and the checksum vouches that this is it;
 * checking again would cost a second at the start of an office with 20,000 papers.
 */
export function decodeJournalFrame(frame: Uint8Array): Op {
  return decodePayload(frame.subarray(FRAME_HEAD));
}

/** What a payload consists of is decided here and in `decodePayload` alone: the place where frames will be enciphered. */
function encodePayload(op: Op): Uint8Array {
  return cbor.encode(op);
}

function decodePayload(payload: Uint8Array): Op {
  return cbor.decode(payload) as Op;
}

function checksum(frame: Uint8Array): number {
  return crc32c(frame.subarray(FRAME_HEAD), crc32c(frame.subarray(0, 4)));
}
