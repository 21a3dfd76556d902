import { crc32c } from '../journal/crc32c.ts';

/** Plain bytes in a segment of a file. */
export const SEGMENT_BYTES = 64 * 1024;
/** Tag behind each segment. */
export const TAG_BYTES = 16;
/** One header; a file begins with two, each in a disk sector of its own. */
export const SLOT_BYTES = 512;
/** Bytes before the first segment. */
export const VAULT_HEADER_BYTES = 2 * SLOT_BYTES;
/** The version of the format this build writes. */
export const VAULT_VERSION = 1;
/** A file's key as wrapped under the vault's: nonce, then ciphertext and tag. */
export const WRAP_NONCE_BYTES = 12;
const WRAPPED_BYTES = 32 + TAG_BYTES;

const MAGIC = [0x48, 0x53, 0x58, 0x56]; // HSXV

/** What a header slot says. `size`: plain bytes; `keyId`: version of the key the file's own key is wrapped with; the slot with the higher `generation` is newer. */
export type VaultSlot = {
  readonly size: number;
  readonly fileId: Uint8Array;
  readonly keyId: number;
  readonly generation: number;
  readonly nonce: Uint8Array;
  readonly wrapped: Uint8Array;
};

/** What the beginning of a file is: slots that are whole (by their place, undefined when not), or why it has none. */
export type VaultHead =
  | { readonly kind: 'enciphered'; readonly slots: readonly [VaultSlot | undefined, VaultSlot | undefined] }
  | { readonly kind: 'plain' | 'newer' | 'damaged' };

/** A slot as it is written. */
export function encodeSlot({ size, fileId, keyId, generation, nonce, wrapped }: VaultSlot): Uint8Array {
  const bytes = new Uint8Array(SLOT_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  bytes[4] = VAULT_VERSION;
  view.setBigUint64(8, BigInt(size), true);
  bytes.set(fileId, 16);
  view.setUint32(32, keyId, true);
  view.setUint32(36, generation, true);
  bytes.set(nonce, 40);
  bytes.set(wrapped, 40 + WRAP_NONCE_BYTES);
  view.setUint32(SLOT_BYTES - 4, crc32c(bytes.subarray(0, SLOT_BYTES - 4)), true);
  return bytes;
}

/** Reads both slots. Bytes without our letters are a file of the first build, in clear. */
export function parseVaultHead(bytes: Uint8Array): VaultHead {
  const halves = [bytes.subarray(0, SLOT_BYTES), bytes.subarray(SLOT_BYTES, VAULT_HEADER_BYTES)] as const;
  const ours = halves.filter((half) => MAGIC.every((byte, i) => half[i] === byte));
  if (ours.length === 0) return { kind: 'plain' };
  const slots = [parseSlot(halves[0]), parseSlot(halves[1])] as const;
  if (slots[0] !== undefined || slots[1] !== undefined) return { kind: 'enciphered', slots };
  return { kind: ours.some((half) => isSound(half) && (half[4] ?? 0) > VAULT_VERSION) ? 'newer' : 'damaged' };
}

function parseSlot(bytes: Uint8Array): VaultSlot | undefined {
  if (!MAGIC.every((byte, i) => bytes[i] === byte) || !isSound(bytes) || bytes[4] !== VAULT_VERSION) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, SLOT_BYTES);
  const size = Number(view.getBigUint64(8, true));
  if (!Number.isSafeInteger(size) || size < 1) return undefined;
  return {
    size,
    fileId: bytes.slice(16, 32),
    keyId: view.getUint32(32, true),
    generation: view.getUint32(36, true),
    nonce: bytes.slice(40, 40 + WRAP_NONCE_BYTES),
    wrapped: bytes.slice(40 + WRAP_NONCE_BYTES, 40 + WRAP_NONCE_BYTES + WRAPPED_BYTES),
  };
}

function isSound(bytes: Uint8Array): boolean {
  if (bytes.length !== SLOT_BYTES) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, SLOT_BYTES);
  return view.getUint32(SLOT_BYTES - 4, true) === crc32c(bytes.subarray(0, SLOT_BYTES - 4));
}

/** How many segments a file of so many plain bytes has. */
export function countSegments(size: number): number {
  return Math.ceil(size / SEGMENT_BYTES);
}

/** Where a segment begins on disk. */
export function segmentOffset(index: number): number {
  return VAULT_HEADER_BYTES + index * (SEGMENT_BYTES + TAG_BYTES);
}

/** Plain bytes of a segment. */
export function segmentLength(size: number, index: number): number {
  return Math.min(SEGMENT_BYTES, size - index * SEGMENT_BYTES);
}

/** Bytes on disk of a file of so many plain bytes. */
export function sizeOnDisk(size: number): number {
  return VAULT_HEADER_BYTES + size + countSegments(size) * TAG_BYTES;
}
