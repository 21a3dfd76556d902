import { sql, type Kysely } from 'kysely';

/**
 * What a PC last said of itself: when it asked, and how far its copy of the commune's stream was complete, in which life of the stream. By it the province
 * knows who holds what, and who has not been heard of.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table device add column seen_at timestamptz`,
  `alter table device add column pulled_seq bigint not null default 0`,
  `alter table device add column pulled_epoch text`,
  `alter table device add column pulled_at timestamptz`,
  // Children are found by the file they name: which files records announce that are not here.
  `create index attachment_by_hash on record (stream, (data -> 'f' -> 'hash' ->> 0)) where type = 'attachment'`,
];
