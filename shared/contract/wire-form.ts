/**
 * Compact form of the sync messages: nested arrays without names, ids as bytes, repeated texts in one table.
 * What comes from outside is checked by the schemas of `protocol.ts` after unpacking.
 */
export type Packed = unknown;

/** A message that is not of the wire form. */
export class WireError extends Error {
  override readonly name = 'WireError';
}

/** Texts that repeat within a message (streams, entities, fields, people), sent once. Ids are sent as bytes. */
export class TextTable {
  private readonly places = new Map<string, number>();

  indexOf(entry: string): number {
    const known = this.places.get(entry);
    if (known !== undefined) return known;
    this.places.set(entry, this.places.size);
    return this.places.size - 1;
  }

  packed(): unknown[] {
    return [...this.places.keys()].map((entry) => (uuidPattern.test(entry) ? toIdBytes(entry) : entry));
  }
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A text of the table as it was. */
export function fromPackedText(packed: unknown): string {
  return packed instanceof Uint8Array ? fromIdBytes(packed) : text(packed);
}

/** Digits of the bytes 0 to 255, and the value of each digit by its code: ids and hashes are the most of what is packed. */
const byteDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const digitValues = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? 0 : value;
});

/** Hex digits as bytes. `digits`: an even number of them, nothing else. */
export function fromDigits(digits: string): Uint8Array {
  const bytes = new Uint8Array(digits.length / 2);
  for (let i = 0; i < bytes.length; i += 1)
    bytes[i] = ((digitValues[digits.charCodeAt(i * 2)] ?? 0) << 4) | (digitValues[digits.charCodeAt(i * 2 + 1)] ?? 0);
  return bytes;
}

/** Bytes as hex digits. */
export function toDigits(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += byteDigits[byte] ?? '';
  return digits;
}

/** A record id as 16 bytes. */
export function toIdBytes(id: string): Uint8Array {
  return fromDigits(id.slice(0, 8) + id.slice(9, 13) + id.slice(14, 18) + id.slice(19, 23) + id.slice(24, 36));
}

/** A record id from its 16 bytes. */
export function fromIdBytes(packed: unknown): string {
  if (!(packed instanceof Uint8Array) || packed.length !== 16) throw new WireError('not an id');
  const hex = toDigits(packed);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A list, or a `WireError`. */
export function list(packed: unknown): readonly unknown[] {
  if (!Array.isArray(packed)) throw new WireError('not a list');
  return packed;
}

/** A list of exactly so many parts, or a `WireError`. */
export function tuple(packed: unknown, length: number): readonly unknown[] {
  const parts = list(packed);
  if (parts.length !== length) throw new WireError(`not a list of ${String(length)}`);
  return parts;
}

/** A list of at least this length: a newer build may put more behind what is known. */
export function tupleOrMore(packed: unknown, length: number): readonly unknown[] {
  const parts = list(packed);
  if (parts.length < length) throw new WireError('wrong length');
  return parts;
}

/** A safe whole number, or a `WireError`. */
export function number(packed: unknown): number {
  if (typeof packed !== 'number' || !Number.isSafeInteger(packed)) throw new WireError('not a whole number');
  return packed;
}

/** A text, or a `WireError`. */
export function text(packed: unknown): string {
  if (typeof packed !== 'string') throw new WireError('not a text');
  return packed;
}

/** The text a number of the table means, or a `WireError`. */
export function textAt(texts: readonly string[], packed: unknown): string {
  const entry = texts[number(packed)];
  if (entry === undefined) throw new WireError('text not in the table');
  return entry;
}

/** Bytes of an even number of hex digits. */
export function toHexBytes(digits: string): Uint8Array {
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) => Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16));
}

/** Bytes as small hex digits. */
export function toHexDigits(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
