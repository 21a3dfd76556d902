import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asCourier,
  byKey,
  enterCommune,
  inCommune,
  openAsApp,
  openAsOwner,
  type Database,
  type DatabaseTransaction,
} from './database.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { migrate } from './migrate.ts';

let postgres: EmbeddedPostgres;
let owner: Database;
let app: Database;
const dataDir = mkdtempSync(join(tmpdir(), 'hosoxa-rls-'));

beforeAll(async () => {
  postgres = await startEmbeddedPostgres(dataDir);
  owner = openAsOwner(postgres.url);
  await migrate(owner);
  app = openAsApp(postgres.url);
  for (const id of ['na-lau', 'po-khau']) {
    await owner.insertInto('commune').values({ id, name: id, province: 'p' }).execute();
    await owner
      .insertInto('stream')
      .values({ id: `org:${id}`, commune: id, epoch: 'e' })
      .execute();
    await owner
      .insertInto('record')
      .values({ stream: `org:${id}`, type: 'unit', id: uuidv7(), seq: 1, data: '{"o":[],"f":{}}' })
      .execute();
    await owner.insertInto('file').values({ commune: id, hash: id, size: 1 }).execute();
    await owner.insertInto('courier_task').values({ commune: id, kind: 'merge', id }).execute();
    await owner.insertInto('device').values({ commune: id, name: id, public_key: id, record_id: uuidv7() }).execute();
  }
});
afterAll(async () => {
  await app.destroy();
  await owner.destroy();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('row-level security', () => {
  it('is forced, with a policy, on every table that holds data of a commune', async () => {
    const { rows } = await sql<{ table: string; forced: boolean; policies: number }>`
      select c.relname as "table", c.relrowsecurity and c.relforcerowsecurity as forced,
        (select count(*) from pg_policy p where p.polrelid = c.oid and p.polroles <> '{0}') as policies
      from pg_class c join pg_namespace s on s.oid = c.relnamespace
      where s.nspname = 'public' and c.relkind in ('r', 'p')
        and (c.relname = 'commune' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('commune', 'stream')))`.execute(
      owner,
    );
    expect(rows.map(({ table }) => table).sort()).toEqual(
      [
        'audit',
        'commune',
        'courier_task',
        'device',
        'device_log',
        'device_log_head',
        'enrolment_code',
        'file',
        'kept_outcome',
        'moved_stream',
        'number_ledger',
        'parcel',
        'parked_op',
        'record',
        'session',
        'shared_file',
        'snapshot',
        'stream',
      ].sort(),
    );
    expect(rows.filter(({ forced, policies }) => !forced || policies < 4)).toEqual([]);
  });

  it('holds for the role the server works as: no superuser, no owner, no way around', async () => {
    const { rows } = await sql`
      select current_user as me, rolsuper or rolbypassrls as free,
        (select count(*) from pg_tables where tableowner = current_user) as owned
      from pg_roles where rolname = current_user`.execute(app);
    expect(rows).toEqual([{ me: 'hosoxa_app', free: false, owned: 0 }]);
  });

  const tables = [
    'commune',
    'device',
    'stream',
    'record',
    'file',
    'audit',
    'session',
    'enrolment_code',
    'parked_op',
    'kept_outcome',
    'number_ledger',
    'device_log',
    'device_log_head',
    'courier_task',
    'shared_file',
    'parcel',
  ] as const;
  const countAll = async (trx: DatabaseTransaction | Database, table: (typeof tables)[number]): Promise<number> => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(trx);
    return rows[0]!.n;
  };

  it('shows nothing to who names no commune, but the name of the province stream', async () => {
    const seen = await Promise.all(tables.map(async (table) => [table, await countAll(app, table)]));
    expect(Object.fromEntries(seen.filter(([, n]) => n !== 0))).toEqual({ stream: 1 });
  });

  it('shows a commune its own rows only, and forgets the name with the transaction', async () => {
    await inCommune(app, 'na-lau', async (trx) => {
      expect(await trx.selectFrom('record').select('stream').execute()).toEqual([{ stream: 'org:na-lau' }]);
      expect(await trx.selectFrom('file').select('hash').execute()).toEqual([{ hash: 'na-lau' }]);
      expect(await trx.selectFrom('device').select('name').execute()).toEqual([{ name: 'na-lau' }]);
    });
    expect(await countAll(app, 'record')).toBe(0);
  });

  it('shows by a device number that device and nothing else', async () => {
    const { id } = await owner
      .selectFrom('device')
      .select('id')
      .where('commune', '=', 'po-khau')
      .executeTakeFirstOrThrow();
    await byKey(app, String(id), async (trx) => {
      expect(await trx.selectFrom('device').select('id').execute()).toEqual([{ id }]);
      expect(await countAll(trx, 'record')).toBe(0);
    });
  });

  it("refuses to write another commune's rows or the province's", async () => {
    const write = (stream: string) =>
      inCommune(app, 'na-lau', (trx) =>
        trx.insertInto('record').values({ stream, type: 'unit', id: uuidv7(), seq: 2, data: '{}' }).execute(),
      );
    await expect(write('org:po-khau')).rejects.toThrow('row-level security');
    await expect(write('province')).rejects.toThrow('row-level security');
    await inCommune(app, 'na-lau', async (trx) => {
      const result = await trx
        .updateTable('stream')
        .set({ seq: 99 })
        .where('id', 'in', ['org:po-khau', 'province'])
        .executeTakeFirst();
      expect(result.numUpdatedRows).toBe(0n);
    });
  });

  it('opens to the courier the queue of all communes, and of a commune only what it has entered', async () => {
    await asCourier(app, async (trx) => {
      expect(await countAll(trx, 'courier_task')).toBe(2);
      const others = tables.filter((table) => table !== 'courier_task');
      const seen = [];
      for (const table of others) seen.push([table, await countAll(trx, table)]);
      expect(Object.fromEntries(seen.filter(([, n]) => n !== 0))).toEqual({ stream: 1 });
      await enterCommune(trx, 'po-khau');
      expect(await trx.selectFrom('file').select('hash').execute()).toEqual([{ hash: 'po-khau' }]);
      await enterCommune(trx, 'na-lau');
      expect(await trx.selectFrom('file').select('hash').execute()).toEqual([{ hash: 'na-lau' }]);
    });
  });

  it('lets a commune add tasks of its own only, and neither change nor take any', async () => {
    const add = (commune: string) =>
      inCommune(app, 'na-lau', (trx) =>
        trx.insertInto('courier_task').values({ commune, kind: 'merge', id: 'x' }).execute(),
      );
    await expect(add('po-khau')).rejects.toThrow('row-level security');
    await inCommune(app, 'na-lau', async (trx) => {
      expect(await trx.selectFrom('courier_task').select('commune').execute()).toEqual([{ commune: 'na-lau' }]);
      expect((await trx.deleteFrom('courier_task').executeTakeFirst()).numDeletedRows).toBe(0n);
    });
    const change = inCommune(app, 'na-lau', (trx) => trx.updateTable('courier_task').set({ due_at: 1 }).execute());
    await expect(change).rejects.toThrow('row-level security');
  });

  it('lets nobody change the audit trail, the ledger or the tables', async () => {
    for (const statement of [
      'update audit set by = $$x$$',
      'delete from audit',
      'delete from number_ledger',
      'delete from record',
      'update device_log set kind = $$x$$',
      'delete from device_log',
      'delete from parcel',
      'delete from device_log_head',
      'update province_key set public_key = $$x$$',
      'drop table audit',
      'alter table record no force row level security',
    ]) {
      await expect(inCommune(app, 'na-lau', (trx) => sql.raw(statement).execute(trx))).rejects.toThrow(
        /permission denied|must be owner/,
      );
    }
  });
});
