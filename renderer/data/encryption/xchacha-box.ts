import { hchacha } from '@noble/ciphers/chacha.js';
import { must } from '#shared/base/must.ts';
import { layChaCha, SIGMA, STATE_WORDS } from './chacha-blocks.ts';
import { TAG_BYTES, tagOf } from './poly-tag.ts';

/** Bytes of a nonce, and of the part of it that chooses the subkey. */
export const NONCE_BYTES = 24;
const PREFIX_WORDS = 4;
const KEY_WORDS = 8;
/** Block 0 of the stream lies before the text: its first half is the one-time key of the tag. */
const BLOCK = 64;
const KEPT_SUBKEYS = 256;

/** A subkey with the words of the nonce's first 16 bytes that it belongs to. */
type Subkey = { readonly prefix: Uint32Array; readonly key: Uint32Array };

/** Working memory of one size, seen as what it is read and written as. */
type Memory = { readonly bytes: Uint8Array; readonly words: Int32Array; readonly shorts: Uint16Array };

/**
 * XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha) with one key, for rows of some hundred bytes by the ten thousand: the subkey of a nonce's first 16 bytes is
 * kept (a session's nonces share them) and the working memory is used again, so that nothing is allocated for a row
 * (docs/adr/0037). The bytes are those of the library's `xchacha20poly1305` (a test compares them).
 */
export class XChaChaBox {
  readonly #key: Uint32Array;
  readonly #subkeys = new Map<string, Subkey>();
  #last: Subkey | undefined;
  readonly #state = new Int32Array(STATE_WORDS);
  readonly #nonce = new Uint8Array(NONCE_BYTES);
  readonly #nonceWords = new Uint32Array(this.#nonce.buffer);
  readonly #tag = new Uint8Array(TAG_BYTES);
  readonly #tagShorts = new Uint16Array(this.#tag.buffer);
  #work = memoryOf(64 * 1024);
  #mac = memoryOf(64 * 1024);

  constructor(key: Uint8Array) {
    this.#key = new Uint32Array(key.slice().buffer);
  }

  /** Overwrites the key and what was derived from it. */
  forget(): void {
    this.#key.fill(0);
    for (const { key } of this.#subkeys.values()) key.fill(0);
    this.#subkeys.clear();
    this.#last = undefined;
    this.#state.fill(0);
    this.#work.bytes.fill(0);
  }

  /** Where the next plaintext of at most `length` bytes is to be written before `seal`. */
  room(length: number): Uint8Array {
    if (this.#work.bytes.length < BLOCK + length) this.#work = memoryOf((BLOCK + length) * 2);
    return this.#work.bytes.subarray(BLOCK);
  }

  /** Enciphers the first `length` bytes of `room`; ciphertext and tag go to `out` from `at` on. */
  seal(nonce: Uint8Array, aad: Uint8Array, length: number, out: Uint8Array, at: number): void {
    const text = this.#run(nonce, length);
    out.set(text, at);
    this.#makeTag(aad, text);
    out.set(this.#tag, at + length);
  }

  /** Deciphers; the plaintext is good until the next call. Undefined when the tag does not fit. */
  open(nonce: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
    const length = sealed.length - TAG_BYTES;
    if (length < 0) return undefined;
    const cipherText = sealed.subarray(0, length);
    this.room(length).set(cipherText);
    const text = this.#run(nonce, length);
    this.#makeTag(aad, cipherText);
    return this.#isTag(sealed, length) ? text : undefined;
  }

  /** Block 0 of the stream (the one-time key) and behind it the working bytes, enciphered or deciphered by the blocks that follow. */
  #run(nonce: Uint8Array, length: number): Uint8Array {
    const { bytes, words } = this.#work;
    this.#nonce.set(nonce);
    this.#state.set(this.#subkey());
    this.#state[KEY_WORDS] = 0;
    this.#state[KEY_WORDS + 1] = this.#nonceWords[PREFIX_WORDS] ?? 0;
    this.#state[KEY_WORDS + 2] = this.#nonceWords[PREFIX_WORDS + 1] ?? 0;
    words.fill(0, 0, BLOCK / 4);
    layChaCha(words, this.#state, BLOCK + length);
    return bytes.subarray(BLOCK, BLOCK + length);
  }

  /** The tag of what is only bound and of what is enciphered, each padded to blocks, and of both lengths (RFC 8439, 2.8). */
  #makeTag(aad: Uint8Array, text: Uint8Array): void {
    const textAt = padded(aad.length);
    const lengthsAt = textAt + padded(text.length);
    if (this.#mac.bytes.length < lengthsAt + TAG_BYTES) this.#mac = memoryOf((lengthsAt + TAG_BYTES) * 2);
    const { bytes, words, shorts } = this.#mac;
    words.fill(0, Math.max(0, textAt / 4 - 4), textAt / 4);
    words.fill(0, Math.max(0, lengthsAt / 4 - 4), lengthsAt / 4 + 4);
    bytes.set(aad);
    bytes.set(text, textAt);
    words[lengthsAt / 4] = aad.length;
    words[lengthsAt / 4 + 2] = text.length;
    tagOf(shorts, (lengthsAt + TAG_BYTES) / 2, this.#work.shorts, this.#tagShorts);
  }

  /** Whether the bytes behind `length` are the tag; compares in the same time wherever they differ. */
  #isTag(sealed: Uint8Array, length: number): boolean {
    let difference = 0;
    for (let i = 0; i < TAG_BYTES; i += 1) difference |= (this.#tag[i] ?? 0) ^ (sealed[length + i] ?? 0);
    return difference === 0;
  }

  /** The subkey of the nonce in work. */
  #subkey(): Uint32Array {
    const last = this.#last;
    if (last !== undefined && this.#isOf(last.prefix)) return last.key;
    const prefix = this.#nonceWords.slice(0, PREFIX_WORDS);
    const name = prefix.join();
    const subkey = this.#subkeys.get(name) ?? this.#derive(name, prefix);
    this.#last = subkey;
    return subkey.key;
  }

  #isOf(prefix: Uint32Array): boolean {
    const words = this.#nonceWords;
    return words[0] === prefix[0] && words[1] === prefix[1] && words[2] === prefix[2] && words[3] === prefix[3];
  }

  #derive(name: string, prefix: Uint32Array): Subkey {
    const subkey = { prefix, key: new Uint32Array(KEY_WORDS) };
    hchacha(SIGMA, this.#key, prefix, subkey.key);
    if (this.#subkeys.size >= KEPT_SUBKEYS) this.#subkeys.delete(must(this.#subkeys.keys().next().value, 'it is full'));
    this.#subkeys.set(name, subkey);
    return subkey;
  }
}

/** Memory of at least so many bytes: whole blocks. */
function memoryOf(length: number): Memory {
  const bytes = new Uint8Array(Math.ceil(length / BLOCK) * BLOCK);
  return { bytes, words: new Int32Array(bytes.buffer), shorts: new Uint16Array(bytes.buffer) };
}

function padded(length: number): number {
  return (length + 15) & ~15;
}
