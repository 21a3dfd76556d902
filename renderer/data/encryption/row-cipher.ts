import { must } from '#shared/base/must.ts';
import { DamagedRowError } from './damaged-row-error.ts';
import { rowFromText, shapedRowToText } from './row-text.ts';
import { TAG_BYTES } from './poly-tag.ts';
import { NONCE_BYTES, XChaChaBox } from './xchacha-box.ts';

/** A key of 32 bytes for rows, and the version of the data key it comes from. */
export type RowKey = { readonly id: number; readonly key: Uint8Array };

const ID_BYTES = 4;
const HEADER_BYTES = ID_BYTES + NONCE_BYTES;

/**
 * Enciphers rows with XChaCha20-Poly1305, synchronously: a promise of the web's own cipher would end IndexedDB's transaction (safety.md).
 * Sealed: key id (4 bytes, big end first), nonce (24), ciphertext of the row's JSON, tag (16); bound to table, primary key and key id.
 */
export class RowCipher {
  readonly #keys = new Map<number, { readonly key: Uint8Array; readonly box: XChaChaBox }>();
  #newestId = 0;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #place = new Uint8Array(1024);
  /** 16 random bytes for this session and a counter: never the same twice, and one subkey for all. */
  readonly #nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
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
    for (const { id, key } of rowKeys)
      if (!this.#keys.has(id)) this.#keys.set(id, { key: key.slice(), box: new XChaChaBox(key) });
    this.#newestId = Math.max(...this.#keys.keys());
  }

  /** The keys, for the search worker. */
  keys(): readonly RowKey[] {
    return [...this.#keys].map(([id, { key }]) => ({ id, key }));
  }

  /** Overwrites the keys; nothing can be read or written after it. */
  forget(): void {
    for (const { key, box } of this.#keys.values()) {
      key.fill(0);
      box.forget();
    }
    this.#keys.clear();
  }

  /** Told of every damaged row met; the returned function ends it. */
  onDamaged(listener: (error: DamagedRowError) => void): () => void {
    this.#onDamaged.add(listener);
    return () => this.#onDamaged.delete(listener);
  }

  /** The row enciphered for its place. */
  seal(table: string, key: unknown, row: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> {
    const { box } = must(this.#keys.get(this.#newestId), 'rows are written while the PC is open');
    const text = shapedRowToText(table, row);
    const length = this.#encoder.encodeInto(text, box.room(text.length * 3)).written;
    const sealed = new Uint8Array(HEADER_BYTES + length + TAG_BYTES);
    new DataView(sealed.buffer).setUint32(0, this.#newestId);
    this.#countNonce();
    sealed.set(this.#nonce, ID_BYTES);
    box.seal(this.#nonce, this.#placeOf(table, key, this.#newestId), length, sealed, HEADER_BYTES);
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
    const { box } = must(this.#keys.get(id), 'the row is of a key that is here');
    const text = box.open(
      sealed.subarray(ID_BYTES, HEADER_BYTES),
      this.#placeOf(table, key, id),
      sealed.subarray(HEADER_BYTES),
    );
    return rowFromText(this.#decoder.decode(must(text, 'the row was sealed for this place')));
  }

  #placeOf(table: string, key: unknown, id: number): Uint8Array {
    const text = `${table}|${typeof key === 'string' ? key : JSON.stringify(key)}|${String(id)}`;
    const { read, written } = this.#encoder.encodeInto(text, this.#place);
    return read === text.length ? this.#place.subarray(0, written) : this.#encoder.encode(text);
  }

  #countNonce(): void {
    for (let at = NONCE_BYTES - 1; at >= NONCE_BYTES - 8; at -= 1) {
      const next = ((this.#nonce[at] ?? 0) + 1) & 0xff;
      this.#nonce[at] = next;
      if (next !== 0) return;
    }
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
