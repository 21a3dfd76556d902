import type { Database, DatabaseTransaction } from './database.ts';

/** Keeps a challenge until it is answered or over; throws out those that are over. */
export async function insertChallenge(db: Database, challengeHash: string, expiresAt: Date, now: Date): Promise<void> {
  await db.deleteFrom('challenge').where('expires_at', '<', now).execute();
  await db.insertInto('challenge').values({ challenge_hash: challengeHash, expires_at: expiresAt }).execute();
}

/** Takes a challenge out: it can be answered once. Whether it was there and not over. */
export async function takeChallenge(trx: DatabaseTransaction, challengeHash: string, now: Date): Promise<boolean> {
  const row = await trx
    .deleteFrom('challenge')
    .where('challenge_hash', '=', challengeHash)
    .returning('expires_at')
    .executeTakeFirst();
  return row !== undefined && row.expires_at >= now;
}

/** Opens a session of a device; its sessions that are over go. */
export async function insertSession(
  trx: DatabaseTransaction,
  session: { readonly tokenHash: string; readonly commune: string; readonly dev: number; readonly expiresAt: Date },
  now: Date,
): Promise<void> {
  const { tokenHash, commune, dev, expiresAt } = session;
  await trx.deleteFrom('session').where('device', '=', dev).where('expires_at', '<', now).execute();
  await trx
    .insertInto('session')
    .values({ token_hash: tokenHash, commune, device: dev, expires_at: expiresAt })
    .execute();
}

/** The session with this token; in a transaction by the token's hash. */
export async function findSession(
  trx: DatabaseTransaction,
  tokenHash: string,
): Promise<{ readonly commune: string; readonly dev: number; readonly expiresAt: Date } | undefined> {
  const row = await trx.selectFrom('session').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
  return row === undefined ? undefined : { commune: row.commune, dev: row.device, expiresAt: row.expires_at };
}
