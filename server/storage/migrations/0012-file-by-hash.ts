import { sql, type Kysely } from 'kysely';

/**
 * Who can name a file's hash may learn which commune has it: so that a PC that proves it has the bytes need not send them again. Only the server's own
 * look for a proof does so (`possession-service.ts`).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create policy see_by_hash on file for select to hosoxa_app using (hash = (select nullif(current_setting('hosoxa.key', true), '')))`,
  `create index file_by_hash on file (hash)`,
];
