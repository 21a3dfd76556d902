import { ParcelFault } from './parcel-fault.ts';

const LENGTH_BYTES = 4;

/** An answer in a package: it is read with the request it answers, so both go along. Length of the request (little-endian), request, answer, as frames. */
export function joinAnswer(request: Uint8Array, answer: Uint8Array): Uint8Array {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(request.length);
  return Buffer.concat([length, request, answer]);
}

/** The two again. */
export function splitAnswer(bytes: Uint8Array): { readonly request: Uint8Array; readonly answer: Uint8Array } {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (all.length < LENGTH_BYTES) throw new ParcelFault('parcel-damaged');
  const end = LENGTH_BYTES + all.readUInt32LE(0);
  if (end > all.length) throw new ParcelFault('parcel-damaged');
  return { request: all.subarray(LENGTH_BYTES, end), answer: all.subarray(end) };
}
