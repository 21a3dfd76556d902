import { sql, type Kysely } from 'kysely';

/**
 * Communes whose stream went into another one's when they were merged (docs/adr/0038), for ever: PCs that were away name the old stream years later. Every
 * commune may read it: it says no more than the directory does.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table moved_stream (
    commune text primary key references commune,
    into_commune text not null references commune,
    shift bigint not null,
    epoch text not null,
    into_epoch text not null,
    at bigint not null)`,
  `alter table moved_stream enable row level security`,
  `alter table moved_stream force row level security`,
  `create policy see on moved_stream for select to hosoxa_app using (true)`,
  `create policy add on moved_stream for insert to hosoxa_app with check (false)`,
  `create policy change on moved_stream for update to hosoxa_app using (false)`,
  `create policy province_office on moved_stream to current_user using (true) with check (true)`,
  `grant select on moved_stream to hosoxa_app`,
];
