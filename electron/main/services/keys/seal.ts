import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';

/** Length of every key here, in bytes. */
export const KEY_BYTES = 32;
const NONCE_BYTES = 24;

/** An X25519 pair as raw bytes. */
export type SealPair = { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array };

/** Enciphers with XChaCha20-Poly1305: nonce, then ciphertext. `place` says where the result lies; it opens nowhere else. */
export function seal(key: Uint8Array, plain: Uint8Array, place: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  return Buffer.concat([nonce, xchacha20poly1305(key, nonce, Buffer.from(place)).encrypt(plain)]);
}

/** What `seal` enciphered; undefined when the key or the place is another, or a bit has changed. */
export function openSealed(key: Uint8Array, sealed: Uint8Array, place: string): Uint8Array | undefined {
  if (sealed.length < NONCE_BYTES + 16) return undefined;
  try {
    return xchacha20poly1305(key, sealed.subarray(0, NONCE_BYTES), Buffer.from(place)).decrypt(
      sealed.subarray(NONCE_BYTES),
    );
  } catch {
    return undefined;
  }
}

/** A new X25519 pair. */
export function createSealPair(): SealPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return {
    publicKey: rawTail(publicKey.export({ type: 'spki', format: 'der' })),
    privateKey: rawTail(privateKey.export({ type: 'pkcs8', format: 'der' })),
  };
}

/** Enciphers for the holder of a public key, who need not be there: a one-time public key, then what `seal` gives under the agreed key. */
export function sealTo(publicKey: Uint8Array, plain: Uint8Array, place: string): Uint8Array {
  const once = createSealPair();
  const key = agree(once.privateKey, publicKey, once.publicKey, publicKey);
  const sealed = Buffer.concat([once.publicKey, seal(key, plain, place)]);
  key.fill(0);
  return sealed;
}

/** What `sealTo` enciphered for this pair; undefined as with `openSealed`. */
export function openSealedTo(pair: SealPair, sealed: Uint8Array, place: string): Uint8Array | undefined {
  if (sealed.length < KEY_BYTES) return undefined;
  const once = sealed.subarray(0, KEY_BYTES);
  let key: Uint8Array;
  try {
    key = agree(pair.privateKey, once, once, pair.publicKey);
  } catch {
    return undefined; // a point of low order: no honest sender's
  }
  return openSealed(key, sealed.subarray(KEY_BYTES), place);
}

/** HKDF-SHA-256 to one key. */
export function deriveBytes(secret: Uint8Array, salt: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, purpose, KEY_BYTES));
}

const PRIVATE_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_HEAD = Buffer.from('302a300506032b656e032100', 'hex');

function agree(privateKey: Uint8Array, theirs: Uint8Array, once: Uint8Array, recipient: Uint8Array): Uint8Array {
  const shared = diffieHellman({
    privateKey: createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, privateKey]), type: 'pkcs8', format: 'der' }),
    publicKey: createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, theirs]), type: 'spki', format: 'der' }),
  });
  const key = deriveBytes(shared, Buffer.concat([once, recipient]), 'hosoxa seal to 1');
  shared.fill(0);
  return key;
}

function rawTail(der: Uint8Array): Uint8Array {
  return new Uint8Array(der.subarray(der.length - KEY_BYTES));
}
