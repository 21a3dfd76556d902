import type { ConfirmedStretch } from '#shared/sync/content-text.ts';
import { number, toHexBytes, toHexDigits, tuple, WireError, type Packed } from './wire-form.ts';

const HASH_BYTES = 32;

/** Packs what is confirmed of a stream whose page ends at `next`: how far the stretch ends before it, and 32 bytes. */
export function packConfirmed({ upTo, hash }: ConfirmedStretch, next: number): Packed {
  return [next - upTo, toHexBytes(hash)];
}

/** Unpacks it. Throws `WireError` on what is not of the form. */
export function unpackConfirmed(packed: Packed, next: number): ConfirmedStretch {
  const [behind, hash] = tuple(packed, 2);
  if (!(hash instanceof Uint8Array) || hash.length !== HASH_BYTES) throw new WireError('not a SHA-256');
  return { upTo: next - number(behind), hash: toHexDigits(hash) };
}
