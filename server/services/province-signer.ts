import { createPrivateKey, sign } from 'node:crypto';
import { must } from '#shared/base/must.ts';
import { ageIdentityOf } from '#parcel/age-keys.ts';
import type { Database, DatabaseTransaction } from '#server/storage/database.ts';
import { getProvinceKey } from '#server/storage/key-store.ts';

/** Speaks for the province: what it signs every PC can check against the key it was given at enrolment. */
export type ProvinceSigner = {
  /** Raw Ed25519 public key, base64url. */
  readonly publicKey: string;
  /** Signature over a text, base64url. */
  readonly sign: (text: string) => string;
  /** What opens packages written to the province (age, docs/parcel-format.md). */
  readonly ageIdentity: () => string;
};

/** Reads the province's key from the database, where the migration that made the table put it. */
export async function openProvinceSigner(db: Database | DatabaseTransaction): Promise<ProvinceSigner> {
  const { privateKey, publicKey } = await getProvinceKey(db);
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  return {
    publicKey,
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
    ageIdentity: () => ageIdentityOf(Buffer.from(must(key.export({ format: 'jwk' }).d, 'a private key'), 'base64url')),
  };
}
