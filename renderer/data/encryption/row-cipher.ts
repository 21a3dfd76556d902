import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { must } from '#shared/base/must.ts';
import { DamagedRowError } from './damaged-row-error.ts';
import { rowFromText, rowToText } from './row-text.ts';

/** A key of 32 bytes for rows, and the version of the data key it comes from. */
export type RowKey = { readonly id: number; readonly key: Uint8Array };

const ID_BYTES = 4;
const NONCE_BYTES = 24;
const HEADER_BYTES = ID_BYTES + NONCE_BYTES;
const TAG_BYTES = 16;
const NONCES_AT_ONCE = 256;

/**
 * Enciphers rows with XChaCha20-Poly1305, synchronously: a promise of the web's own cipher would end IndexedDB's transaction (safety.md).
 * Sealed: key id (4 bytes, big end first), nonce (24), ciphertext of the row's JSON, tag (16); bound to table, primary key and key id.
 */
export class RowCipher {
  readonly #keys = new Map<number, Uint8Array>();
  #newestId = 0;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #scratch = new Uint8Array(64 * 1024);
  readonly #nonces = new Uint8Array(NONCE_BYTES * NONCES_AT_ONCE);
  #nextNonce = NONCES_AT_ONCE;
  readonly #onDamaged = new Set<(error: DamagedRowError) => void>();

  constructor(rowKeys: readonly RowKey[]) {
    this.takeKeys(rowKeys);
  }

  /** Id of the key new rows are enciphered with. */
  get newestId(): number {
    return this.#newestId;
  }

  /** Takes over the keys after an exchange; new rows use the one with the highest id. */
  takeKeys(rowKeys: readonly RowKey[]): void {
    for (const { id, key } of rowKeys) this.#keys.set(id, key.slice());
    this.#newestId = Math.max(...this.#keys.keys());
  }

  /** The keys, for the search worker. */
  keys(): readonly RowKey[] {
    return [...this.#keys].map(([id, key]) => ({ id, key }));
  }

  /** Overwrites the keys; nothing can be read or written after it. */
  forget(): void {
    for (const key of this.#keys.values()) key.fill(0);
    this.#keys.clear();
    this.#scratch.fill(0);
  }

  /** Told of every damaged row met; the returned function ends it. */
  onDamaged(listener: (error: DamagedRowError) => void): () => void {
    this.#onDamaged.add(listener);
    return () => this.#onDamaged.delete(listener);
  }

  /** The row enciphered for its place. */
  seal(table: string, key: unknown, row: unknown): Uint8Array<ArrayBuffer> {
    const text = rowToText(row);
    const length = this.#encode(text);
    const sealed = new Uint8Array(HEADER_BYTES + length + TAG_BYTES);
    new DataView(sealed.buffer).setUint32(0, this.#newestId);
    sealed.set(this.#nonce(), ID_BYTES);
    const secret = must(this.#keys.get(this.#newestId), 'rows are written while the PC is open');
    xchacha20poly1305(secret, sealed.subarray(ID_BYTES, HEADER_BYTES), this.#place(table, key, this.#newestId)).encrypt(
      this.#scratch.subarray(0, length),
      sealed.subarray(HEADER_BYTES),
    );
    return sealed;
  }

  /** The row of a place. Throws `DamagedRowError` when it was not sealed for it; listeners are told. */
  open(table: string, key: unknown, sealed: unknown): unknown {
    try {
      return this.#open(table, key, sealed);
    } catch {
      throw this.reportDamaged(table);
    }
  }

  /** Tells the listeners of a damaged row of a table. */
  reportDamaged(table: string): DamagedRowError {
    const error = new DamagedRowError(table);
    for (const listener of this.#onDamaged) listener(error);
    return error;
  }

  #open(table: string, key: unknown, sealed: unknown): unknown {
    if (!(sealed instanceof Uint8Array)) throw new TypeError('not enciphered');
    const id = keyIdOf(sealed);
    const secret = must(this.#keys.get(id), 'the row is of a key that is here');
    const length = sealed.length - HEADER_BYTES - TAG_BYTES;
    this.#makeRoom(length);
    const opened = xchacha20poly1305(
      secret,
      sealed.subarray(ID_BYTES, HEADER_BYTES),
      this.#place(table, key, id),
    ).decrypt(sealed.subarray(HEADER_BYTES), this.#scratch.subarray(0, length));
    return rowFromText(this.#decoder.decode(opened));
  }

  #encode(text: string): number {
    this.#makeRoom(text.length * 3);
    return this.#encoder.encodeInto(text, this.#scratch).written;
  }

  #makeRoom(length: number): void {
    if (this.#scratch.length < length) this.#scratch = new Uint8Array(length * 2);
  }

  #place(table: string, key: unknown, id: number): Uint8Array {
    return this.#encoder.encode(`${table}|${JSON.stringify(key)}|${String(id)}`);
  }

  #nonce(): Uint8Array {
    if (this.#nextNonce === NONCES_AT_ONCE) {
      crypto.getRandomValues(this.#nonces);
      this.#nextNonce = 0;
    }
    const at = this.#nextNonce * NONCE_BYTES;
    this.#nextNonce += 1;
    return this.#nonces.subarray(at, at + NONCE_BYTES);
  }
}

/** Makes the cipher of a store from the keys the desktop gave. */
export function createRowCipher(rowKeys: readonly RowKey[]): RowCipher {
  return new RowCipher(rowKeys);
}

/** Which key a sealed row was enciphered with. */
export function keyIdOf(sealed: Uint8Array): number {
  return new DataView(sealed.buffer, sealed.byteOffset, sealed.byteLength).getUint32(0);
}
