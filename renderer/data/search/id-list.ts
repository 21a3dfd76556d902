/** Bytes of one record id. */
export const ID_BYTES = 16;

/** A long list of record ids, held as bytes: 16 a record instead of a text of 36 characters. */
export class IdList {
  readonly #bytes: Uint8Array;
  readonly length: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.length = bytes.length / ID_BYTES;
  }

  /** The id at a place, or undefined outside the list. */
  at(index: number): string | undefined {
    return index >= 0 && index < this.length ? idAt(this.#bytes, index) : undefined;
  }

  /** Place of an id, or -1. */
  indexOf(id: string): number {
    const wanted = idBytes(id);
    for (let i = 0; i < this.length; i += 1) if (this.#isAt(i, wanted)) return i;
    return -1;
  }

  /** The ids of a window. */
  slice(from: number, to: number): readonly string[] {
    const result: string[] = [];
    for (let i = Math.max(0, from); i < Math.min(to, this.length); i += 1) result.push(idAt(this.#bytes, i));
    return result;
  }

  /** Whether two lists hold the same ids in the same order. */
  equals(other: IdList): boolean {
    if (this.length !== other.length) return false;
    const [ours, theirs] = [this.#bytes, other.#bytes];
    for (let i = 0; i < ours.length; i += 1) if (ours[i] !== theirs[i]) return false;
    return true;
  }

  #isAt(index: number, wanted: Uint8Array): boolean {
    // The last bytes differ most between two ids made close together.
    for (let i = ID_BYTES - 1; i >= 0; i -= 1) if (this.#bytes[index * ID_BYTES + i] !== wanted[i]) return false;
    return true;
  }
}

/** Bytes of an id in its text form. */
export function idBytes(id: string): Uint8Array<ArrayBuffer> {
  const hex = id.replaceAll('-', '');
  const bytes = new Uint8Array(ID_BYTES);
  for (let i = 0; i < ID_BYTES; i += 1) bytes[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  return bytes;
}

const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Text form of the id at a place of a block of ids. */
export function idAt(bytes: Uint8Array, index: number): string {
  let text = '';
  for (let i = 0; i < ID_BYTES; i += 1) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-';
    text += hexPairs[bytes[index * ID_BYTES + i] ?? 0] ?? '';
  }
  return text;
}
