import { sql, type Kysely } from 'kysely';

/**
 * The index by sequence serves only statements that say they go by sequence (`by-sequence.ts`). While a table has no statistics it seemed as good for
 * one record as the key, and every look at a record walked through its stream until the first analysis (docs/adr/0013).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index record_by_seq`.execute(db);
  await sql`create index record_by_seq on record (stream, seq) where seq >= 0`.execute(db);
}
