import { sql, type Kysely } from 'kysely';

/**
 * What a device may still bring back of a life before a restore (docs/adr/0016): in which life its turn began, until when it lasts, whether it has said
 * that it is done; when the life before the present one ended; and which devices may stand as the writers of what is brought back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table device add column resupply_epoch text`,
  `alter table device add column resupply_until bigint`,
  `alter table device add column resupply_done boolean not null default false`,
  // Milliseconds; null while the stream was never restored, or was before this migration.
  `alter table stream add column former_end bigint`,
  // Of these numbers those under which a PC of the commune can have written: its own PCs, and numbers that were given and that no PC here has, as of
  // one that enrolled after the backup. The app sees only its own commune's rows, so the owner looks.
  `do $$ begin
    execute format($f$
      create function writers_of(commune_id text, asked bigint[]) returns setof bigint
      language sql stable security definer set search_path = pg_catalog as $body$
        select n from unnest(asked) as n
        where n <= (select last_value from %1$s)
          and not exists (select from %2$I.device where id = n and commune <> commune_id)
      $body$ $f$, pg_get_serial_sequence('device', 'id'), current_schema());
  end $$`,
  `revoke execute on function writers_of(text, bigint[]) from public`,
  `grant execute on function writers_of(text, bigint[]) to hosoxa_app`,
];
