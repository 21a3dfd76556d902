import { sql, type Kysely } from 'kysely';

/** Lines of imports are found by the member: they answer for the undoing of what an import had filled in (docs/members.md). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create index import_line_by_member on record (stream, (data -> 'f' -> 'memberId' ->> 0)) where type = 'importLine'`,
    )
    .execute(db);
}
