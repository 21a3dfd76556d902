import type { Database, DatabaseTransaction } from './database.ts';

/** The province's Ed25519 key as it is kept: PKCS#8 in base64, and the raw public half in base64url. */
export type StoredKey = { readonly privateKey: string; readonly publicKey: string };

/** The province's key; every server reads the same. */
export async function getProvinceKey(db: Database | DatabaseTransaction): Promise<StoredKey> {
  const row = await db
    .selectFrom('province_key')
    .select(['private_key', 'public_key'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  return { privateKey: row.private_key, publicKey: row.public_key };
}
