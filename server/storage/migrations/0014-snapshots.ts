import { sql, type Kysely } from 'kysely';

/**
 * The newest snapshot of each stream. Of no stream's row a child: a province is restored without its snapshots, which belong to a life that is over.
 * Every commune may read that of what the province publishes, and whichever needs it builds it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const readable = `(stream = (select 'org:' || nullif(current_setting('hosoxa.commune', true), ''))
  or (stream = 'province' and (select nullif(current_setting('hosoxa.commune', true), '')) is not null))`;

const statements = [
  `create table snapshot (
    stream text primary key,
    epoch text not null,
    seq bigint not null,
    form integer not null,
    chunks jsonb not null,
    built_at bigint not null)`,
  `alter table snapshot enable row level security`,
  `alter table snapshot force row level security`,
  `create policy see on snapshot for select to hosoxa_app using (${readable})`,
  `create policy add on snapshot for insert to hosoxa_app with check (${readable})`,
  `create policy change on snapshot for update to hosoxa_app using (${readable}) with check (${readable})`,
  `create policy province_office on snapshot to current_user using (true) with check (true)`,
  `grant select, insert, update on snapshot to hosoxa_app`,
];
