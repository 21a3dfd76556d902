import { ed25519 } from '@noble/curves/ed25519.js';
import { bech32 } from '@scure/base';

/**
 * The age recipient (`age1…`) of who signs with this key. The X25519 key is the Ed25519 key on the other curve, as age itself does it for `ssh-ed25519`:
 * whoever knows whose signature is whose knows whom to write to, and nothing more has to be published (docs/adr/0035).
 * `publicKey`: raw, base64url. Throws when it is no key.
 */
export function ageRecipientOf(publicKey: string): string {
  return toBech32('age', ed25519.utils.toMontgomery(Buffer.from(publicKey, 'base64url')));
}

/** The age identity (`AGE-SECRET-KEY-1…`) that opens what was written to it. `seed`: the private Ed25519 key, 32 bytes. */
export function ageIdentityOf(seed: Uint8Array): string {
  return toBech32('age-secret-key-', ed25519.utils.toMontgomerySecret(seed)).toUpperCase();
}

function toBech32(prefix: string, bytes: Uint8Array): string {
  return bech32.encode(prefix, bech32.toWords(bytes));
}
