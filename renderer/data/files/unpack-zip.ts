import { Inflate } from 'fflate';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { ZipEntry } from '#shared/domain/attachment/zip-directory.ts';

/** Bytes handed to the decoder at once: what they unpack to is counted before more is taken. */
const PIECE_BYTES = 64 * 1024;

/**
 * Unpacks one entry of a ZIP whose directory was checked. Never gives more bytes than the directory promised: an entry that grows beyond is a
 * `file-bomb`, one that ends early, or whose checksum differs, `file-unreadable`.
 */
export function unpackZipEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
): Result<Uint8Array<ArrayBuffer>, { readonly code: ErrorCode }> {
  const packed = bytes.subarray(entry.start, entry.start + entry.packedSize);
  const whole = entry.method === 0 ? ok(new Uint8Array(packed)) : inflate(packed, entry.size);
  if (!whole.ok) return whole;
  if (whole.value.length !== entry.size || crc32(whole.value) !== entry.crc) return err({ code: 'file-unreadable' });
  return whole;
}

function inflate(packed: Uint8Array, size: number): Result<Uint8Array<ArrayBuffer>, { readonly code: ErrorCode }> {
  const whole = new Uint8Array(size);
  let filled = 0;
  const decoder = new Inflate((piece) => {
    if (filled + piece.length <= size) whole.set(piece, filled);
    filled += piece.length;
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE_BYTES) {
      decoder.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length);
      if (filled > size) return err({ code: 'file-bomb' });
    }
  } catch {
    return err({ code: 'file-unreadable' });
  }
  return filled === size ? ok(whole) : err({ code: 'file-unreadable' });
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** CRC-32 of ZIP (ISO 3309), unsigned. */
function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (crcTable[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
