import { sql } from 'kysely';
import { expectEqual, expectThat } from '#e2e/office/run-proof.ts';
import { inCommune, openAsApp, openAsOwner, type Database } from '#server/storage/database.ts';

/** What a table says of whose its rows are. */
type Fenced = { readonly table: string; readonly column: 'commune' | 'stream' | 'id' };

/** What every commune may read, as it reads the directory: who went into whom. Writing it is as forbidden as anywhere. */
const published: ReadonlySet<string> = new Set(['moved_stream']);

/**
 * Tries, as the role the server works as and in the name of one commune, to see, change, remove and plant rows of another, table by table.
 * How many attempts failed as they must.
 */
export async function tryDirectSql(
  databaseUrl: string,
  own: string,
  foreign: string,
): Promise<{ readonly tables: number; readonly attempts: number }> {
  const [owner, app] = [openAsOwner(databaseUrl), openAsApp(databaseUrl, 2)];
  try {
    await plantRows(owner, foreign, own);
    const tables = await listFenced(owner);
    let attempts = 0;
    for (const fenced of tables) attempts += await tryTable(owner, app, fenced, own, foreign);
    return { tables: tables.length, attempts };
  } finally {
    await app.destroy();
    await owner.destroy();
  }
}

async function listFenced(owner: Database): Promise<Fenced[]> {
  const { rows } = await sql<Fenced>`
    select c.relname as "table", case when c.relname in ('commune', 'stream') then 'id' else a.attname end as "column"
    from pg_class c join pg_namespace s on s.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname in ('commune', 'stream', 'id') and a.attnum > 0
    where s.nspname = 'public' and c.relkind = 'r' and (
      a.attname in ('commune', 'stream') or c.relname = 'commune')
    order by 1`.execute(owner);
  return rows;
}

/** Rows in tables this proof's traffic does not reach by itself, so that there is something to see in each. */
async function plantRows(owner: Database, commune: string, other: string): Promise<void> {
  const device = sql`(select min(id) from device where commune = ${commune})`;
  await sql`insert into device_log (commune, device, n, at, kind, by, type, record_id, detail, hash)
    values (${commune}, ${device}, 1, 1, 'started', '', '', '', '', 'x')`.execute(owner);
  await sql`insert into device_log_head (commune, device, n, hash, at, signature)
    values (${commune}, ${device}, 1, 'x', 1, 'x')`.execute(owner);
  await sql`insert into file (commune, hash, size) values (${commune}, 'x', 1)`.execute(owner);
  await sql`insert into number_ledger (stream, book, year, number, record_id, device, by)
    values (${`org:${commune}`}, 'incoming', 2026, 9999, gen_random_uuid(), ${device}, '')`.execute(owner);
  // Due so late that no courier takes it meanwhile.
  await sql`insert into courier_task (commune, kind, id, due_at)
    values (${commune}, 'dispatch', 'x', ${Number.MAX_SAFE_INTEGER})`.execute(owner);
  await sql`insert into shared_file (commune, hash, recipient, dispatch)
    values (${commune}, 'x', ${commune}, 'x')`.execute(owner);
  await sql`insert into parcel (id, commune, device, way, series, number, at, by, label, facts)
    values ('x', ${commune}, ${device}, 'up', 'x', 1, 1, '', '', '{}')`.execute(owner);
  await sql`insert into snapshot (stream, epoch, seq, form, chunks, built_at)
    values (${`org:${commune}`}, 'x', 1, 1, '[]', 1) on conflict do nothing`.execute(owner);
  await sql`insert into moved_stream (commune, into_commune, shift, epoch, into_epoch, at)
    values (${commune}, ${other}, 1, 'x', 'x', 1)`.execute(owner);
}

async function tryTable(
  owner: Database,
  app: Database,
  { table, column }: Fenced,
  own: string,
  foreign: string,
): Promise<number> {
  const value = column === 'stream' || table === 'stream' ? `org:${foreign}` : foreign;
  const name = sql.table(`public.${table}`);
  const theirs = sql`${sql.ref(column)} = ${value}`;
  const { rows } = await sql<{
    row: unknown;
  }>`select to_jsonb(t) as row from ${name} t where ${theirs} limit 1`.execute(owner);
  expectThat(rows.length, (count) => count === 1, `there is a row of the other commune in ${table} to be protected`);
  const attempts = {
    ...(!published.has(table) && { see: sql`select 1 from ${name} where ${theirs}` }),
    change: sql`update ${name} set ${sql.ref(column)} = ${sql.ref(column)} where ${theirs}`,
    remove: sql`delete from ${name} where ${theirs}`,
    plant: sql`insert into ${name} overriding system value select * from jsonb_populate_record(null::${name}, ${JSON.stringify(rows[0]?.row)}::jsonb)`,
  };
  for (const [what, statement] of Object.entries(attempts)) {
    const got = await inCommune(app, own, async (trx) => {
      const result = await statement.execute(trx);
      return result.rows.length + Number(result.numAffectedRows ?? 0);
    }).catch((failure: unknown) => (failure as Error).message);
    const isRefused = got === 0 || (typeof got === 'string' && /row-level security|permission denied/.test(got));
    expectEqual(
      isRefused ? 'refused' : got,
      'refused',
      `${what} rows of ${foreign} in ${table}, in the name of ${own}`,
    );
  }
  return Object.keys(attempts).length;
}
