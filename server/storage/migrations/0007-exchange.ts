import { sql, type Kysely } from 'kysely';

/** What the courier has to carry between communes, and who may have which file of whom (docs/exchange.md). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const here = `commune = (select nullif(current_setting('hosoxa.commune', true), ''))`;
/** The third door, beside commune and key: it opens the queue of all communes, and nothing else. */
const courier = `(select current_setting('hosoxa.courier', true)) = 'on'`;

const statements = [
  // Only ever added to and taken from: a push never waits for the courier, nor the courier's rows for a push.
  `create table courier_task (
    n bigint generated always as identity primary key,
    commune text not null references commune,
    kind text not null check (kind in ('dispatch', 'arrival', 'answer', 'file', 'merge')),
    id text not null,
    tries integer not null default 0,
    due_at bigint not null default 0)`,
  // Whether a task waits already, and whose turn it is.
  `create index courier_task_by_key on courier_task (commune, kind, id)`,
  `create index courier_task_by_turn on courier_task (commune, due_at, n)`,
  // Files of one commune that a paper took to another.
  `create table shared_file (
    commune text not null references commune,
    hash text not null,
    recipient text not null references commune,
    dispatch text not null,
    primary key (commune, hash, recipient, dispatch))`,
  // Which files an outgoing paper has: asked when one is sent.
  `create index attachment_by_owner on record (stream, (data -> 'f' -> 'documentId' ->> 0)) where type = 'attachment'`,
  `alter table courier_task enable row level security`,
  `alter table courier_task force row level security`,
  `create policy see on courier_task for select to hosoxa_app using (${here} or ${courier})`,
  `create policy add on courier_task for insert to hosoxa_app with check (${here})`,
  // A commune may hold its own rows (for share), not change them.
  `create policy change on courier_task for update to hosoxa_app using (${here} or ${courier}) with check (${courier})`,
  `create policy forget on courier_task for delete to hosoxa_app using (${courier})`,
  `create policy province_office on courier_task to current_user using (true) with check (true)`,
  `grant select, insert, update, delete on courier_task to hosoxa_app`,
  `alter table shared_file enable row level security`,
  `alter table shared_file force row level security`,
  `create policy see on shared_file for select to hosoxa_app using (${here})`,
  `create policy add on shared_file for insert to hosoxa_app with check (${here})`,
  `create policy change on shared_file for update to hosoxa_app using (false)`,
  `create policy province_office on shared_file to current_user using (true) with check (true)`,
  `grant select, insert on shared_file to hosoxa_app`,
];
