import { sql, type Kysely } from 'kysely';

/** Logs of the PCs as they were handed over, and how far each has come. Lines are only ever added. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const here = `commune = (select nullif(current_setting('hosoxa.commune', true), ''))`;

const fence = (table: string, grants: string): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy see on ${table} for select to hosoxa_app using (${here})`,
  `create policy add on ${table} for insert to hosoxa_app with check (${here})`,
  `create policy change on ${table} for update to hosoxa_app using (${here}) with check (${here})`,
  `create policy province_office on ${table} to current_user using (true) with check (true)`,
  `grant ${grants} on ${table} to hosoxa_app`,
];

const statements = [
  `create table device_log (
    commune text not null references commune,
    device integer not null references device,
    n bigint not null,
    at bigint not null,
    kind text not null,
    by text not null,
    type text not null,
    record_id text not null,
    detail text not null,
    hash text not null,
    received_at timestamptz not null default now(),
    primary key (device, n))`,
  `create table device_log_head (
    commune text not null references commune,
    device integer primary key references device,
    n bigint not null,
    hash text not null,
    at bigint not null,
    signature text not null,
    broken_kind text check (broken_kind in ('gap', 'changed')),
    broken_n bigint,
    broken_at timestamptz,
    broken_count integer not null default 0)`,
  ...fence('device_log', 'select, insert'),
  ...fence('device_log_head', 'select, insert, update'),
];
