import { sql, type Kysely } from 'kysely';

/** Who looks out for news of all communes sees where their streams end, and nothing that is in them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create policy look_out on stream for select to hosoxa_app
    using ((select current_setting('hosoxa.lookout', true)) = 'on')`.execute(db);
}
