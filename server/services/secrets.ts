import { createHash, createPublicKey, randomBytes, randomInt, verify, type KeyObject } from 'node:crypto';

const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A one-time enrolment code: three groups of five, no letters that look alike, 75 bits. */
export function createOneTimeCode(): string {
  const group = (): string => Array.from({ length: 5 }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
  return [group(), group(), group()].join('-');
}

/** A secret of 128 bits as 22 characters. */
export function createSecret(): string {
  return randomBytes(16).toString('base64url');
}

/** Secrets are kept only as this: who reads the database cannot use them. Their entropy makes a slow hash needless. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Whether `signature` (base64url) of `text` was made with the Ed25519 key whose public half this is (32 bytes, base64url). */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  const key = parsePublicKey(publicKey);
  return key !== undefined && bytes.length === 64 && verify(null, Buffer.from(text), key, bytes);
}

function parsePublicKey(publicKey: string): KeyObject | undefined {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  } catch {
    return undefined;
  }
}
