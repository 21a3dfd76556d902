import { createPublicKey, verify } from 'node:crypto';
import { wipeMessage, type WipeOrder } from '#shared/contract/http.ts';

/** Whether the province signed this text. `provinceKey`: raw Ed25519 public key, base64url. Anything malformed is not signed. */
export function isSignedByProvince(provinceKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: provinceKey }, format: 'jwk' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

/** Whether an order to wipe is for this PC and from the province this PC knows. */
export function isWipeOrdered(order: WipeOrder, dev: number, provinceKey: string | undefined): boolean {
  return (
    provinceKey !== undefined &&
    order.dev === dev &&
    isSignedByProvince(provinceKey, wipeMessage(order), order.signature)
  );
}
