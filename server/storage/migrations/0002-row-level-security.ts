import { sql, type Kysely } from 'kysely';

/**
 * Rows are seen by who names their commune (`hosoxa.commune`) or holds the secret they are found by (`hosoxa.key`); nobody names both by accident.
 * The settings are read in sub-selects so that they are read once per statement, not once per row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(createRole).execute(db);
  for (const fence of fences) for (const statement of statementsOf(fence)) await sql.raw(statement).execute(db);
  await sql.raw(`grant insert, select, delete on challenge to hosoxa_app`).execute(db);
}

const createRole = `do $$ begin
  if not exists (select from pg_roles where rolname = 'hosoxa_app') then
    create role hosoxa_app nologin nosuperuser nobypassrls;
  end if;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant hosoxa_app to %I', current_user);
  end if;
  execute format('grant usage on schema %I to hosoxa_app', current_schema());
end $$`;

const here = `(select nullif(current_setting('hosoxa.commune', true), ''))`;
const key = `(select nullif(current_setting('hosoxa.key', true), ''))`;
const ownStream = `stream = (select 'org:' || nullif(current_setting('hosoxa.commune', true), ''))`;

/** `see`: rows that may be read. `write`: rows that may be made or changed. */
type Fence = { readonly table: string; readonly see: string; readonly write: string; readonly grants: string };

const fences: readonly Fence[] = [
  { table: 'commune', see: `id = ${here}`, write: 'false', grants: 'select' },
  {
    table: 'device',
    see: `commune = ${here} or id::text = ${key}`,
    write: `commune = ${here}`,
    grants: 'select, insert, update',
  },
  { table: 'enrolment_code', see: `code_hash = ${key}`, write: `code_hash = ${key}`, grants: 'select, update' },
  { table: 'session', see: `token_hash = ${key}`, write: `commune = ${here}`, grants: 'select, insert, delete' },
  {
    table: 'stream',
    see: `commune = ${here} or id = 'province'`,
    write: `commune = ${here}`,
    grants: 'select, update',
  },
  { table: 'record', see: `${ownStream} or stream = 'province'`, write: ownStream, grants: 'select, insert, update' },
  { table: 'parked_op', see: ownStream, write: ownStream, grants: 'select, insert, delete' },
  {
    table: 'kept_outcome',
    see: `commune = ${here}`,
    write: `commune = ${here}`,
    grants: 'select, insert, update, delete',
  },
  { table: 'audit', see: ownStream, write: ownStream, grants: 'select, insert' },
  { table: 'number_ledger', see: ownStream, write: ownStream, grants: 'select, insert' },
  { table: 'file', see: `commune = ${here}`, write: `commune = ${here}`, grants: 'select, insert' },
];

function statementsOf({ table, see, write, grants }: Fence): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy see on ${table} for select to hosoxa_app using (${see})`,
    `create policy add on ${table} for insert to hosoxa_app with check (${write})`,
    `create policy change on ${table} for update to hosoxa_app using (${write}) with check (${write})`,
    `create policy forget on ${table} for delete to hosoxa_app using (${write})`,
    // The command line tool of the province works as the owner and looks after all communes.
    `create policy province_office on ${table} to current_user using (true) with check (true)`,
    `grant ${grants} on ${table} to hosoxa_app`,
  ];
}
