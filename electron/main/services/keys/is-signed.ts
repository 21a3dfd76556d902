import { createPublicKey, verify } from 'node:crypto';

/**
 * Whether the holder of a key signed this text. `publicKey`: raw Ed25519, base64url; `signature`: its bytes, or those in base64url. Anything malformed is not
 * signed.
 */
export function isSigned(publicKey: string, text: string, signature: string | Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    return verify(
      null,
      Buffer.from(text),
      key,
      typeof signature === 'string' ? Buffer.from(signature, 'base64url') : signature,
    );
  } catch {
    return false; // no key at all
  }
}
