import { WireError } from '../wire-form.ts';

/** Numbers below this many fit a byte of a whole number together with its mark that more bytes follow, and of a signed one with its sign as well. */
const PLAIN = 0x80;
const SIGNED = 0x40;

/** Writes whole numbers as bytes, small ones short: seven bits a byte, the lowest first. */
class ByteColumn {
  #bytes = new Uint8Array(64);
  #length = 0;

  /** A number from 0 to 2^53 - 1. */
  whole(value: number): void {
    let rest = value;
    for (; rest >= PLAIN; rest = Math.floor(rest / PLAIN)) this.#byte((rest % PLAIN) | PLAIN);
    this.#byte(rest);
  }

  /** A number from -(2^53 - 1) to 2^53 - 1: the first byte has the sign. */
  signed(value: number): void {
    const size = Math.abs(value);
    const sign = value < 0 ? SIGNED : 0;
    const rest = Math.floor(size / SIGNED);
    this.#byte((size % SIGNED) | sign | (rest > 0 ? PLAIN : 0));
    if (rest > 0) this.whole(rest);
  }

  /** What was written. */
  packed(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const grown = new Uint8Array(this.#length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }
}

/** Reads what `ByteColumn` wrote. Throws `WireError` when there is less, or no safe number. */
class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(packed: unknown) {
    if (!(packed instanceof Uint8Array)) throw new WireError('not a column of bytes');
    this.#bytes = packed;
  }

  whole(): number {
    let value = 0;
    for (let scale = 1; ; scale *= PLAIN) {
      const byte = this.#byte();
      value += (byte % PLAIN) * scale;
      if (!Number.isSafeInteger(value)) throw new WireError('a number too large');
      if (byte < PLAIN) return value;
    }
  }

  signed(): number {
    const first = this.#byte();
    const size = (first % SIGNED) + (first >= PLAIN ? this.whole() * SIGNED : 0);
    if (!Number.isSafeInteger(size)) throw new WireError('a number too large');
    return (first & SIGNED) === 0 ? size : -size;
  }

  #byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new WireError('a column that ends early');
    this.#at += 1;
    return byte;
  }
}

/** Whole numbers of any order, each as its distance from the one before. */
export function packDeltas(values: readonly number[]): Uint8Array {
  const column = new ByteColumn();
  values.forEach((value, i) => {
    column.signed(value - (values[i - 1] ?? 0));
  });
  return column.packed();
}

/** Reads `count` numbers written by `packDeltas`. */
export function unpackDeltas(packed: unknown, count: number): number[] {
  const reader = new ByteReader(packed);
  let last = 0;
  return Array.from({ length: count }, () => (last += reader.signed()));
}

/** Whole numbers of 0 and more as they are. */
export function packWholes(values: readonly number[]): Uint8Array {
  const column = new ByteColumn();
  for (const value of values) column.whole(value);
  return column.packed();
}

/** Reads `count` numbers written by `packWholes`. */
export function unpackWholes(packed: unknown, count: number): number[] {
  const reader = new ByteReader(packed);
  return Array.from({ length: count }, () => reader.whole());
}

/** Whole numbers around 0 as they are. */
export function packSigned(values: readonly number[]): Uint8Array {
  const column = new ByteColumn();
  for (const value of values) column.signed(value);
  return column.packed();
}

/** Reads `count` numbers written by `packSigned`. */
export function unpackSigned(packed: unknown, count: number): number[] {
  const reader = new ByteReader(packed);
  return Array.from({ length: count }, () => reader.signed());
}
