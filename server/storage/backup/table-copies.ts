import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { syncToDisk } from '../sync-to-disk.ts';
import { BackupFault } from './backup-fault.ts';
import { partPath, type TablePart } from './backup-manifest.ts';

/** Tables of a backup, parents before their children. Sessions and challenges are nobody's loss. */
const TABLES = [
  'province_key',
  'commune',
  'moved_stream',
  'device',
  'enrolment_code',
  'stream',
  'record',
  'parked_op',
  'kept_outcome',
  'audit',
  'number_ledger',
  'file',
  'device_log',
  'device_log_head',
  'courier_task',
  'shared_file',
  'parcel',
] as const;

/** Copies every table into parts under `folder`, on the disk when this returns. In a transaction that sees one moment. */
export async function dumpTables(client: pg.Client, folder: string): Promise<TablePart[]> {
  const parts: TablePart[] = [];
  for (const name of TABLES) parts.push(await dumpTable(client, folder, name));
  return parts;
}

async function dumpTable(client: pg.Client, folder: string, name: string): Promise<TablePart> {
  const columns = await columnsOf(client, name);
  const path = partPath(folder, name);
  const digest = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const source = client.query(copyTo(`copy (select ${columns.join(', ')} from ${name}) to stdout`));
  await pipeline(source, createGzip(), measure, createWriteStream(path, { mode: 0o600 }));
  await syncToDisk(path, 'r+');
  return { name, columns, rows: source.rowCount, bytes, sha256: digest.digest('hex') };
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ column_name: string }>(
    `select column_name from information_schema.columns
     where table_schema = current_schema() and table_name = $1 order by ordinal_position`,
    [table],
  );
  return rows.map(({ column_name }) => column_name);
}

/** Looks at every part without unpacking it: all bytes there, and the ones that were written. Throws `BackupFault`. */
export async function checkParts(folder: string, parts: readonly TablePart[]): Promise<void> {
  for (const { name, bytes, sha256 } of parts) {
    const path = partPath(folder, name);
    const size = await stat(path).then(
      (found) => found.size,
      () => undefined,
    );
    if (size !== bytes) throw new BackupFault('damaged', `tables/${name}`);
    const digest = createHash('sha256');
    await pipeline(createReadStream(path), digest);
    if (digest.digest('hex') !== sha256) throw new BackupFault('damaged', `tables/${name}`);
  }
}

/**
 * Puts the tables of a backup in place of what the database holds. Within a transaction: all of it or nothing. Row-level security is
 * lifted for the owner meanwhile, since COPY knows no policies; it is forced again before the transaction ends.
 */
export async function loadTables(client: pg.Client, folder: string, parts: readonly TablePart[]): Promise<void> {
  const known = new Map<string, readonly string[]>();
  for (const name of TABLES) known.set(name, await columnsOf(client, name));
  const strange = parts.find(({ name, columns }) =>
    columns.some((column) => known.get(name)?.includes(column) !== true),
  );
  if (strange !== undefined) throw new BackupFault('newer', `tables/${strange.name}`);
  for (const name of TABLES) await client.query(`alter table ${name} no force row level security`);
  await client.query(`truncate ${[...TABLES, 'session', 'challenge'].join(', ')}`);
  const inOrder = TABLES.flatMap((name) => parts.filter((part) => part.name === name));
  for (const part of inOrder) await loadTable(client, folder, part);
  for (const name of TABLES) await client.query(`alter table ${name} force row level security`);
}

async function loadTable(client: pg.Client, folder: string, { name, columns, rows }: TablePart): Promise<void> {
  const target = client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`));
  await pipeline(createReadStream(partPath(folder, name)), createGunzip(), new PassThrough(), target);
  if (target.rowCount !== rows) throw new BackupFault('damaged', `tables/${name}`);
}

/** Rows of every table of these parts, as the database counts them. */
export async function countRows(client: pg.Client, parts: readonly TablePart[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name } of parts) {
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${name}`);
    counts[name] = Number(rows[0]?.n ?? 0);
  }
  return counts;
}
