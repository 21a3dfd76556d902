import { ID_BYTES, idBytes } from './id-list.ts';

/** An id is moved as four words, whatever their byte order. */
const ID_WORDS = ID_BYTES / 4;

/** Record ids by ordinal, 16 bytes each; grows by doubling. */
export class IdColumn {
  #ids = new Uint32Array(1024 * ID_WORDS);

  set(at: number, id: string): void {
    if ((at + 1) * ID_WORDS > this.#ids.length) {
      const grown = new Uint32Array(this.#ids.length * 2);
      grown.set(this.#ids);
      this.#ids = grown;
    }
    this.#ids.set(new Uint32Array(idBytes(id).buffer), at * ID_WORDS);
  }

  /** Packs the ids of these ordinals into one block. */
  pack(ordinals: ArrayLike<number>): Uint8Array<ArrayBuffer> {
    const words = new Uint32Array(ordinals.length * ID_WORDS);
    const ids = this.#ids;
    for (let i = 0, to = 0; i < ordinals.length; i += 1, to += ID_WORDS) {
      const from = (ordinals[i] ?? 0) * ID_WORDS;
      words[to] = ids[from] ?? 0;
      words[to + 1] = ids[from + 1] ?? 0;
      words[to + 2] = ids[from + 2] ?? 0;
      words[to + 3] = ids[from + 3] ?? 0;
    }
    return new Uint8Array(words.buffer);
  }
}
