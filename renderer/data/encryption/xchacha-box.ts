import { chacha20, hchacha } from '@noble/ciphers/chacha.js';
import { poly1305 } from '@noble/ciphers/_poly1305.js';
import { must } from '#shared/base/must.ts';

/** Bytes of a nonce, and of the part of it that chooses the subkey. */
export const NONCE_BYTES = 24;
const PREFIX_BYTES = 16;
/** Bytes of the tag behind a ciphertext. */
export const TAG_BYTES = 16;

const BLOCK = 64;
const KEPT_SUBKEYS = 256;
/** "expand 32-byte k": the constant of ChaCha (RFC 8439, 2.3). */
const SIGMA = new Uint32Array([0x61707865, 0x3320646e, 0x79622d32, 0x6b206574]);

/**
 * XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha) with one key, put together from the library's own parts so that a row of a kilobyte costs half:
 * the subkey of a nonce's first 16 bytes is kept (a session's nonces share them), one run of ChaCha gives the one-time key and the stream, one run of
 * Poly1305 the tag, and the working memory is used again. The bytes are those of `xchacha20poly1305` (a test compares them).
 */
export class XChaChaBox {
  readonly #key: Uint32Array;
  readonly #subkeys = new Map<string, Uint8Array>();
  #lastPrefix = '';
  #lastSubkey: Uint8Array | undefined;
  readonly #nonce = new Uint8Array(12);
  #work = new Uint8Array(64 * 1024);
  #mac = new Uint8Array(64 * 1024);

  constructor(key: Uint8Array) {
    this.#key = new Uint32Array(key.slice().buffer);
  }

  /** Overwrites the key and what was derived from it. */
  forget(): void {
    this.#key.fill(0);
    for (const subkey of this.#subkeys.values()) subkey.fill(0);
    this.#subkeys.clear();
    this.#lastSubkey = undefined;
    this.#work.fill(0);
  }

  /** Where the next plaintext of at most `length` bytes is to be written before `seal`. */
  room(length: number): Uint8Array {
    if (this.#work.length < BLOCK + length) this.#work = new Uint8Array(BLOCK + length * 2);
    return this.#work.subarray(BLOCK);
  }

  /** Enciphers the first `length` bytes of `room`; ciphertext and tag go to `out` from `at` on. */
  seal(nonce: Uint8Array, aad: Uint8Array, length: number, out: Uint8Array, at: number): void {
    const work = this.#run(nonce, length);
    const sealed = work.subarray(BLOCK);
    out.set(sealed, at);
    out.set(this.#tag(work, aad, sealed), at + length);
  }

  /** Deciphers; the plaintext is good until the next call. Undefined when the tag does not fit. */
  open(nonce: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
    const length = sealed.length - TAG_BYTES;
    if (length < 0) return undefined;
    const text = sealed.subarray(0, length);
    this.room(length).set(text);
    const work = this.#run(nonce, length);
    return equal(this.#tag(work, aad, text), sealed.subarray(length)) ? work.subarray(BLOCK) : undefined;
  }

  /** Block 0 of the stream (the one-time key) and behind it the working bytes, enciphered or deciphered by the blocks that follow. */
  #run(nonce: Uint8Array, length: number): Uint8Array {
    const work = this.#work.subarray(0, BLOCK + length);
    work.fill(0, 0, BLOCK);
    this.#nonce.set(nonce.subarray(PREFIX_BYTES), 4);
    chacha20(this.#subkey(nonce), this.#nonce, work, work, 0);
    return work;
  }

  #tag(work: Uint8Array, aad: Uint8Array, text: Uint8Array): Uint8Array {
    const textAt = padded(aad.length);
    const lengthsAt = textAt + padded(text.length);
    if (this.#mac.length < lengthsAt + 16) this.#mac = new Uint8Array((lengthsAt + 16) * 2);
    const mac = this.#mac.subarray(0, lengthsAt + 16);
    mac.set(aad);
    mac.fill(0, aad.length, textAt);
    mac.set(text, textAt);
    mac.fill(0, textAt + text.length);
    const view = new DataView(mac.buffer, mac.byteOffset, mac.byteLength);
    view.setUint32(lengthsAt, aad.length, true);
    view.setUint32(lengthsAt + 8, text.length, true);
    return poly1305(mac, work.subarray(0, 32));
  }

  #subkey(nonce: Uint8Array): Uint8Array {
    const prefix = String.fromCharCode(...nonce.subarray(0, PREFIX_BYTES));
    if (prefix === this.#lastPrefix && this.#lastSubkey !== undefined) return this.#lastSubkey;
    const kept = this.#subkeys.get(prefix) ?? this.#derive(prefix, nonce);
    this.#lastPrefix = prefix;
    this.#lastSubkey = kept;
    return kept;
  }

  #derive(prefix: string, nonce: Uint8Array): Uint8Array {
    const subkey = new Uint32Array(8);
    hchacha(SIGMA, this.#key, new Uint32Array(nonce.slice(0, PREFIX_BYTES).buffer), subkey);
    const bytes = new Uint8Array(subkey.buffer);
    if (this.#subkeys.size >= KEPT_SUBKEYS) this.#subkeys.delete(must(this.#subkeys.keys().next().value, 'it is full'));
    this.#subkeys.set(prefix, bytes);
    return bytes;
  }
}

function padded(length: number): number {
  return (length + 15) & ~15;
}

/** Compares in the same time wherever they differ. */
function equal(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i += 1) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}
