import { sql } from 'kysely';
import type { AuditEntry, AuditHead } from '#shared/contract/audit.ts';
import type { Database, DatabaseTransaction } from './database.ts';

/** How far a device's log has come, in the province's hand, and whether it ever failed to go on from there. */
export type LogHead = AuditHead & { readonly broken: 'gap' | 'changed' | null };

/** A stored line with when it arrived. */
export type StoredEntry = AuditEntry & { readonly receivedAt: Date };

/** The head of a device's log; `undefined` before its first line. */
export async function findLogHead(trx: DatabaseTransaction, dev: number): Promise<LogHead | undefined> {
  const row = await trx.selectFrom('device_log_head').selectAll().where('device', '=', dev).executeTakeFirst();
  if (row === undefined) return undefined;
  const { n, hash, at, signature, broken_kind: broken } = row;
  return { dev, n, hash, at, signature, broken };
}

/** Hashes of stored lines, by counter. */
export async function listLogHashes(
  trx: DatabaseTransaction,
  dev: number,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, string>> {
  const rows = await trx
    .selectFrom('device_log')
    .select(['n', 'hash'])
    .where('device', '=', dev)
    .where('n', '>=', from)
    .where('n', '<=', to)
    .execute();
  return new Map(rows.map(({ n, hash }) => [n, hash]));
}

/** Adds lines and moves the head. A gap that was noted is closed by that; a changed line stays noted. */
export async function addLogLines(
  trx: DatabaseTransaction,
  commune: string,
  entries: readonly AuditEntry[],
  { dev: device, n, hash, at, signature }: AuditHead,
): Promise<void> {
  const rows = entries.map(({ id: record_id, ...entry }) => ({ commune, device, record_id, ...entry }));
  await trx.insertInto('device_log').values(rows).execute();
  await trx
    .insertInto('device_log_head')
    .values({ commune, device, n, hash, at, signature, broken_kind: null, broken_n: null, broken_at: null })
    .onConflict((conflict) =>
      conflict.column('device').doUpdateSet({
        n,
        hash,
        at,
        signature,
        broken_kind: sql`nullif(device_log_head.broken_kind, 'gap')`,
      }),
    )
    .execute();
}

/** Notes that a log did not go on from its head. `head`: what is known of it, for a device that has none yet. */
export async function noteBroken(
  trx: DatabaseTransaction,
  commune: string,
  head: AuditHead,
  broken: { readonly kind: 'gap' | 'changed'; readonly n: number; readonly at: Date },
): Promise<void> {
  const { dev: device, n, hash, at, signature } = head;
  const noted = { broken_n: broken.n, broken_at: broken.at };
  await trx
    .insertInto('device_log_head')
    .values({ commune, device, n, hash, at, signature, broken_kind: broken.kind, ...noted, broken_count: 1 })
    .onConflict((conflict) =>
      conflict.column('device').doUpdateSet({
        ...noted,
        broken_kind: sql`case when device_log_head.broken_kind = 'changed' then 'changed' else excluded.broken_kind end`,
        broken_count: sql`device_log_head.broken_count + 1`,
      }),
    )
    .execute();
}

/** Lines of a device's log in order, `limit` after a counter; as the owner. */
export async function listLogLines(db: Database, dev: number, after: number, limit: number): Promise<StoredEntry[]> {
  const rows = await db
    .selectFrom('device_log')
    .selectAll()
    .where('device', '=', dev)
    .where('n', '>', after)
    .orderBy('n')
    .limit(limit)
    .execute();
  return rows.map(({ n, at, kind, by, type, record_id: id, detail, hash, received_at: receivedAt }) => ({
    n,
    at,
    kind: kind as AuditEntry['kind'],
    by,
    type,
    id,
    detail,
    hash,
    receivedAt,
  }));
}

/** Every head the province has signed; as the owner. */
export async function listLogHeads(db: Database): Promise<LogHead[]> {
  const rows = await db.selectFrom('device_log_head').selectAll().orderBy('device').execute();
  return rows.map(({ device: dev, n, hash, at, signature, broken_kind: broken }) => ({
    dev,
    n,
    hash,
    at,
    signature,
    broken,
  }));
}
