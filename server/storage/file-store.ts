import { sql } from 'kysely';
import type { DatabaseTransaction } from './database.ts';

/** Size of a verified file of the commune, or `undefined`. */
export async function findFileSize(
  trx: DatabaseTransaction,
  commune: string,
  hash: string,
): Promise<number | undefined> {
  const row = await trx
    .selectFrom('file')
    .select('size')
    .where('commune', '=', commune)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row?.size;
}

/** A commune that has a verified file, in a transaction opened by its hash (`byKey`), and the file's size. */
export function findHolder(
  trx: DatabaseTransaction,
  hash: string,
): Promise<{ readonly commune: string; readonly size: number } | undefined> {
  return trx.selectFrom('file').select(['commune', 'size']).where('hash', '=', hash).limit(1).executeTakeFirst();
}

/** Enters a verified file. Again is the same. */
export async function insertFile(trx: DatabaseTransaction, commune: string, hash: string, size: number): Promise<void> {
  await trx
    .insertInto('file')
    .values({ commune, hash, size })
    .onConflict((conflict) => conflict.columns(['commune', 'hash']).doNothing())
    .execute();
}

/** Which of these files, named by the first digits of their hashes, the commune has. One look at the key for each. */
export async function listFilesHere(
  trx: DatabaseTransaction,
  commune: string,
  beginnings: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ beginning: string }>`
    select asked.beginning from unnest(${beginnings}::text[]) as asked (beginning)
    where exists (
      select from file where file.commune = ${commune}
        and file.hash >= asked.beginning and file.hash < asked.beginning || 'g')`.execute(trx);
  return rows.map(({ beginning }) => beginning);
}

/** Which of these the commune has no verified file of. */
export async function listMissingFiles(
  trx: DatabaseTransaction,
  commune: string,
  hashes: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    select asked.hash from unnest(${hashes}::text[]) as asked (hash)
    where not exists (select from file where file.commune = ${commune} and file.hash = asked.hash)`.execute(trx);
  return rows.map(({ hash }) => hash);
}
