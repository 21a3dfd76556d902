import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { Encoder } from 'cbor-x';
import { randomBytes } from 'node:crypto';
import type { Op } from '#shared/sync/op.ts';
import type { Lane } from './segment-format.ts';

const cbor = new Encoder({ useRecords: false, variableMapSize: true, tagUint8Array: false });
const NONCE = 24;

/** Where a frame belongs; enciphering binds it there, so that it reads nowhere else. */
export type FramePlace = {
  readonly segmentId: Uint8Array;
  readonly lane: Lane;
  readonly index: number;
  readonly n: number;
};

/** An op as bytes, before it is enciphered. */
export function encodeOp(op: Op): Uint8Array {
  return new Uint8Array(cbor.encode(op));
}

/** The op of bytes that were enciphered here; the cipher vouches that they are what was written. */
export function decodeOp(bytes: Uint8Array): Op {
  return cbor.decode(bytes) as Op;
}

/** Nonce, then ciphertext and tag (XChaCha20-Poly1305). */
export function sealOp(key: Uint8Array, place: FramePlace, plain: Uint8Array): Uint8Array {
  const nonce = new Uint8Array(randomBytes(NONCE));
  const sealed = xchacha20poly1305(key, nonce, associate(place)).encrypt(plain);
  const payload = new Uint8Array(NONCE + sealed.length);
  payload.set(nonce);
  payload.set(sealed, NONCE);
  return payload;
}

/** The bytes of an op; undefined when the key, the place or a byte is not what it was. */
export function openSealedOp(key: Uint8Array, place: FramePlace, payload: Uint8Array): Uint8Array | undefined {
  try {
    return xchacha20poly1305(key, payload.slice(0, NONCE), associate(place)).decrypt(payload.slice(NONCE));
  } catch {
    return undefined;
  }
}

function associate({ segmentId, lane, index, n }: FramePlace): Uint8Array {
  return Buffer.concat([segmentId, Buffer.from(`|${lane}|${String(index)}|${String(n)}`)]);
}

/** Bytes that go aside from a file in clear: nonce, then ciphertext and tag, bound to `label`. */
export function sealBytes(key: Uint8Array, label: string, plain: Uint8Array): Uint8Array {
  const nonce = new Uint8Array(randomBytes(NONCE));
  const sealed = xchacha20poly1305(key, nonce, new Uint8Array(Buffer.from(`set-aside|${label}`))).encrypt(plain);
  return Buffer.concat([nonce, sealed]);
}
