import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { must } from '#shared/base/must.ts';
import { ageIdentityOf } from '#parcel/age-keys.ts';

/** The key that makes this PC the one the province knows (Ed25519). Lies in the sealed ring: nobody signs while the PC is locked. */
export type DeviceKey = {
  /** Raw public key, 32 bytes in base64url; undefined while locked. */
  readonly publicKey: () => string | undefined;
  /** Signature over a text, base64url; undefined while locked. */
  readonly sign: (text: string) => string | undefined;
  /** What opens packages written to this PC (age, docs/parcel-format.md); undefined while locked. */
  readonly ageIdentity: () => string | undefined;
};

/** A private key that can sign. */
export type Signer = {
  readonly publicKey: string;
  readonly sign: (text: string) => string;
  readonly ageIdentity: () => string;
};

/** A new private key, PKCS #8 in base64. */
export function createPrivateDeviceKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
}

/** Makes a private key ready to sign. Throws when the text is none. */
export function openSigner(pkcs8: string): Signer {
  const key: KeyObject = createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), type: 'pkcs8', format: 'der' });
  return {
    publicKey: must(createPublicKey(key).export({ format: 'jwk' }).x, 'an Ed25519 key has a point'),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
    ageIdentity: () => ageIdentityOf(Buffer.from(must(key.export({ format: 'jwk' }).d, 'a private key'), 'base64url')),
  };
}
