import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { PreparedClient } from './prepared-client.ts';
import type { Tables } from './schema.ts';

/** The role the server works as: it owns nothing, so row-level security holds for it. */
export const APP_ROLE = 'hosoxa_app';

/**
 * Statements are planned once per connection, perhaps while a table is still empty: every one of them must go by index,
 * whatever the statistics say at that moment. No compiling: before version 18 PostgreSQL adds to a way it has been told to avoid a cost beyond all others,
 * and would compile the few statements that have no index.
 */
const PLANS = [
  ['enable_seqscan', 'off'],
  ['enable_hashjoin', 'off'],
  ['enable_mergejoin', 'off'],
  ['plan_cache_mode', 'force_generic_plan'],
  ['jit', 'off'],
] as const;

/**
 * Nothing waits for ever. `lock_timeout`: a batch behind a lock that does not come free is sent away as busy, and its PC comes again; of
 * several that wait for one row, each but the first waits for its place in the queue as well: twice as long.
 * `idle_in_transaction_session_timeout`: a server that was frozen or cut off in the middle of a transaction holds its locks no longer than this.
 */
const PATIENCE = [
  ['lock_timeout', '5s'],
  ['statement_timeout', '60s'],
  ['idle_in_transaction_session_timeout', '30s'],
] as const;

/** Longest wait for a connection, milliseconds. */
const CONNECTION_MS = 15_000;

/** Names of our connections, by which others know that a server works on the database, and that a command does. */
export const SERVER_CONNECTION = 'ho-so-xa';
export const COMMAND_CONNECTION = 'ho-so-xa-command';

export type Database = Kysely<Tables>;
export type DatabaseTransaction = Transaction<Tables>;

/** 64-bit counters of this schema stay far below 2^53. */
const readNumbers: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 ? Number : (pg.types.getTypeParser(oid, format) as unknown),
};

/** Opens the database as its owner: for migrations and the command line tool. */
export function openAsOwner(databaseUrl: string): Database {
  return open({ connectionString: databaseUrl, max: 2, application_name: COMMAND_CONNECTION });
}

/** One connection as the owner, for copying whole tables. */
export async function connectAsOwner(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: COMMAND_CONNECTION });
  client.on('error', () => undefined); // the next query tells
  await client.connect();
  return client;
}

/** Opens the database as the role the server works as. */
export function openAsApp(databaseUrl: string, connections = 12): Database {
  const options = [['role', APP_ROLE], ...PLANS, ...PATIENCE].map(([name, value]) => `-c ${name}=${value}`).join(' ');
  return open({
    connectionString: databaseUrl,
    max: connections,
    options,
    application_name: SERVER_CONNECTION,
    connectionTimeoutMillis: CONNECTION_MS,
    Client: PreparedClient,
  });
}

function open(config: pg.PoolConfig & { Client?: typeof pg.Client }): Database {
  const pool = new pg.Pool({ ...config, types: readNumbers });
  // An idle connection that breaks is replaced by the pool; the next query tells if the database is gone.
  pool.on('error', () => undefined);
  // So is one that breaks between two queries of a transaction: the next query of it fails, the server lives on.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** One transaction that sees the rows of one commune only: the second fence behind the code above it. */
export function inCommune<T>(
  db: Database,
  commune: string,
  work: (trx: DatabaseTransaction) => Promise<T>,
): Promise<T> {
  return withSetting(db, 'hosoxa.commune', commune, work);
}

/** One transaction that sees only the row it can name: by the hash of a secret it was shown, or a device number. */
export function byKey<T>(db: Database, key: string, work: (trx: DatabaseTransaction) => Promise<T>): Promise<T> {
  return withSetting(db, 'hosoxa.key', key, work);
}

/** Within a transaction opened by key: from now on the rows of this commune, which that key proved. */
export async function enterCommune(trx: DatabaseTransaction, commune: string): Promise<void> {
  await sql`select set_config('hosoxa.commune', ${commune}, true)`.execute(trx);
}

/** One transaction that sees the courier's queue of all communes, and of a commune what `enterCommune` opens. */
export function asCourier<T>(db: Database, work: (trx: DatabaseTransaction) => Promise<T>): Promise<T> {
  return withSetting(db, 'hosoxa.courier', 'on', work);
}

/** One transaction that sees where the streams of all communes end. */
export function asLookout<T>(db: Database, work: (trx: DatabaseTransaction) => Promise<T>): Promise<T> {
  return withSetting(db, 'hosoxa.lookout', 'on', work);
}

function withSetting<T>(
  db: Database,
  name: string,
  value: string,
  work: (trx: DatabaseTransaction) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config(${name}, ${value}, true)`.execute(trx);
    return work(trx);
  });
}
