import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { KeySource, VersionedKey } from '../keys/key-source.ts';
import {
  countSegments,
  encodeSlot,
  TAG_BYTES,
  VAULT_HEADER_BYTES,
  WRAP_NONCE_BYTES,
  type VaultHead,
  type VaultSlot,
} from './vault-format.ts';

/** A file's own key and what its segments are bound to. */
export type FileSecret = { readonly key: Buffer; readonly fileId: Uint8Array; readonly size: number };

/** A new key for a file of so many bytes. */
export function newFileSecret(size: number): FileSecret {
  return { key: randomBytes(32), fileId: new Uint8Array(randomBytes(16)), size };
}

/** Both header slots of a file, under the vault's key. */
export function sealHead(secret: FileSecret, vaultKey: VersionedKey, generation = 0): Uint8Array {
  const head = new Uint8Array(VAULT_HEADER_BYTES);
  head.set(sealSlot(secret, vaultKey, generation));
  head.set(sealSlot(secret, vaultKey, generation), VAULT_HEADER_BYTES / 2);
  return head;
}

/** One header slot. */
export function sealSlot({ key, fileId, size }: FileSecret, vaultKey: VersionedKey, generation: number): Uint8Array {
  const nonce = randomBytes(WRAP_NONCE_BYTES);
  const wrapped = encrypt(vaultKey.key, nonce, wrapPlace(size, fileId, vaultKey.id), key);
  return encodeSlot({ size, fileId, keyId: vaultKey.id, generation, nonce, wrapped });
}

/** The file's key from the newest slot a key opens. */
export function openHead(head: VaultHead, keys: KeySource): FileSecret | undefined {
  if (head.kind !== 'enciphered') return undefined;
  for (const slot of slotsNewestFirst(head)) {
    const vaultKey = keys.find('vault', slot.keyId);
    const key = vaultKey && decrypt(vaultKey, slot.nonce, wrapPlace(slot.size, slot.fileId, slot.keyId), slot.wrapped);
    if (key !== undefined) return { key, fileId: slot.fileId, size: slot.size };
  }
  return undefined;
}

/** Sound slots, newest first. */
export function slotsNewestFirst(head: VaultHead & { readonly kind: 'enciphered' }): readonly VaultSlot[] {
  return head.slots.filter((slot) => slot !== undefined).sort((a, b) => b.generation - a.generation);
}

/** A segment as it lies on disk: ciphertext and tag (AES-256-GCM). Its index and whether it is the last go into the nonce (STREAM), so that none can be moved or left out. */
export function sealSegment(secret: FileSecret, index: number, plain: Uint8Array): Uint8Array {
  return encrypt(secret.key, segmentNonce(secret, index), segmentPlace(secret), plain);
}

/** The plain bytes of a segment; undefined when a byte, its place or the key is not what it was. */
export function openSegment(secret: FileSecret, index: number, sealed: Uint8Array): Buffer | undefined {
  return decrypt(secret.key, segmentNonce(secret, index), segmentPlace(secret), sealed);
}

/** The beginning of a segment of a file that still comes in: under a key of its own, because it is written again and again. */
export function sealTail(secret: FileSecret, index: number, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(WRAP_NONCE_BYTES);
  return Buffer.concat([nonce, encrypt(tailKey(secret), nonce, tailPlace(secret, index), plain)]);
}

/** What `sealTail` sealed, for the same segment. */
export function openTail(secret: FileSecret, index: number, sealed: Uint8Array): Buffer | undefined {
  const nonce = sealed.subarray(0, WRAP_NONCE_BYTES);
  return decrypt(tailKey(secret), nonce, tailPlace(secret, index), sealed.subarray(WRAP_NONCE_BYTES));
}

function encrypt(key: Uint8Array, nonce: Uint8Array, place: Uint8Array, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(place);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Uint8Array, nonce: Uint8Array, place: Uint8Array, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < TAG_BYTES || nonce.length !== WRAP_NONCE_BYTES) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(place);
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}

function segmentNonce({ size }: FileSecret, index: number): Uint8Array {
  const nonce = Buffer.alloc(WRAP_NONCE_BYTES);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = index === countSegments(size) - 1 ? 1 : 0;
  return nonce;
}

function segmentPlace({ fileId, size }: FileSecret): Uint8Array {
  return Buffer.concat([Buffer.from(`segment|${String(size)}|`), fileId]);
}

function wrapPlace(size: number, fileId: Uint8Array, keyId: number): Uint8Array {
  return Buffer.concat([Buffer.from(`file-key|${String(size)}|${String(keyId)}|`), fileId]);
}

function tailPlace({ fileId }: FileSecret, index: number): Uint8Array {
  return Buffer.concat([Buffer.from(`tail|${String(index)}|`), fileId]);
}

function tailKey({ key }: FileSecret): Buffer {
  return createHmac('sha256', key).update('tail').digest();
}
