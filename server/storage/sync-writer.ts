import { sql } from 'kysely';
import type { Accepted, ParkedOp } from '#shared/sync/accept.ts';
import type { Op, Outcome } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import type { DatabaseTransaction } from './database.ts';
import { toStored } from './stored-record.ts';
import type { LedgerEntry } from './sync-reader.ts';

/** A changed record with what is stored of it as JSON text. */
export type EncodedRecord = { readonly record: SyncRecord; readonly json: string };

/** Encodes what is stored of a record. */
export function encodeRecord(record: SyncRecord): EncodedRecord {
  return { record, json: JSON.stringify(toStored(record)) };
}

/** Writes changed records in one statement. */
export async function writeRecords(
  trx: DatabaseTransaction,
  stream: string,
  changed: readonly EncodedRecord[],
): Promise<void> {
  if (changed.length === 0) return;
  await sql`
    insert into record (stream, type, id, seq, data)
    select ${stream}, r.* from rows from (
      unnest(${changed.map(({ record }) => record.type)}::text[]),
      unnest(${changed.map(({ record }) => record.id)}::uuid[]),
      unnest(${changed.map(({ record }) => record.seq)}::bigint[]),
      json_array_elements(${toJsonList(changed.map(({ json }) => json))}::json)) as r
    on conflict (stream, type, id) do update set seq = excluded.seq, data = excluded.data`.execute(trx);
}

/** Adds taken ops to the audit trail, which is never changed. */
export async function writeAudit(
  trx: DatabaseTransaction,
  stream: string,
  applied: Accepted['applied'],
): Promise<void> {
  if (applied.length === 0) return;
  const ops = applied.map(({ op }) => op);
  await sql`
    insert into audit (stream, type, id, seq, device, n, kind, by, h, f)
    select ${stream}, a.* from rows from (
      unnest(${ops.map(({ type }) => type)}::text[]),
      unnest(${ops.map(({ id }) => id)}::uuid[]),
      unnest(${applied.map(({ seq }) => seq)}::bigint[]),
      unnest(${ops.map(({ dev }) => dev)}::int[]),
      unnest(${ops.map(({ n }) => n)}::bigint[]),
      unnest(${ops.map(({ t }) => t)}::text[]),
      unnest(${ops.map(({ by }) => by)}::text[]),
      unnest(${ops.map(({ h }) => h)}::bigint[]),
      json_array_elements(${toJsonList(ops.map(({ f }) => JSON.stringify(f)))}::json)) as a`.execute(trx);
}

/** Writes how far stream and device have come. */
export async function writePositions(
  trx: DatabaseTransaction,
  stream: { id: string; seq: number },
  device: { dev: number; lastN: number },
): Promise<void> {
  await sql`
    with moved as (update stream set seq = ${stream.seq} where id = ${stream.id} and seq <> ${stream.seq})
    update device set last_n = ${device.lastN} where id = ${device.dev}`.execute(trx);
}

/** Writes how far a stream has come, when the server itself wrote to it. */
export async function writeStreamPosition(
  trx: DatabaseTransaction,
  stream: { id: string; seq: number },
): Promise<void> {
  await trx.updateTable('stream').set({ seq: stream.seq }).where('id', '=', stream.id).execute();
}

/** Brings the waiting ops of a stream from what they were to what they are. */
export async function writeParked(
  trx: DatabaseTransaction,
  stream: string,
  before: readonly ParkedOp[],
  after: readonly ParkedOp[],
): Promise<void> {
  for (const { op } of before.filter((entry) => !after.includes(entry))) {
    await trx.deleteFrom('parked_op').where('device', '=', op.dev).where('n', '=', op.n).execute();
  }
  const added = after.filter((entry) => !before.includes(entry));
  if (added.length === 0) return;
  const rows = added.map(({ op, since }) => ({ stream, device: op.dev, n: op.n, op: JSON.stringify(op), since }));
  await trx.insertInto('parked_op').values(rows).execute();
}

/** Keeps the outcomes that a repeat must get again: of refused and waiting ops. */
export async function keepOutcomes(
  trx: DatabaseTransaction,
  commune: string,
  dev: number,
  outcomes: readonly Outcome[],
): Promise<void> {
  const rows = outcomes
    .filter(({ kind }) => kind === 'rejected' || kind === 'parked')
    .map((outcome) => toRow(commune, dev, outcome, false));
  if (rows.length > 0) await trx.insertInto('kept_outcome').values(rows).execute();
}

/** Keeps outcomes that came after the answer, until the device has taken note. */
export async function keepLateOutcomes(
  trx: DatabaseTransaction,
  commune: string,
  late: Accepted['late'],
): Promise<void> {
  for (const { dev, outcome } of late) {
    const row = toRow(commune, dev, outcome, true);
    await trx
      .insertInto('kept_outcome')
      .values(row)
      .onConflict((conflict) => conflict.columns(['device', 'n']).doUpdateSet(row))
      .execute();
  }
}

/** The device has taken note: refusals stay for repeats, the rest may go. */
export async function forgetLateOutcomes(
  trx: DatabaseTransaction,
  dev: number,
  seen: readonly number[],
): Promise<void> {
  if (seen.length === 0) return;
  const noted = sql<boolean>`device = ${dev} and late and n = any(${seen}::bigint[])`;
  await trx.deleteFrom('kept_outcome').where(noted).where('kind', 'in', ['ok', 'conflict']).execute();
  await trx.updateTable('kept_outcome').set({ late: false }).where(noted).execute();
}

/** Enters numbers given by accepted ops. */
export async function writeLedger(
  trx: DatabaseTransaction,
  stream: string,
  given: readonly { readonly entry: LedgerEntry; readonly op: Op }[],
): Promise<void> {
  if (given.length === 0) return;
  const entries = given.map(({ entry }) => entry);
  await sql`
    insert into number_ledger (stream, book, year, number, record_id, device, by)
    select ${stream}, g.* from unnest(
      ${entries.map(({ book }) => book)}::text[],
      ${entries.map(({ year }) => year)}::int[],
      ${entries.map(({ number }) => number)}::int[],
      ${entries.map(({ recordId }) => recordId)}::uuid[],
      ${given.map(({ op }) => op.dev)}::int[],
      ${given.map(({ op }) => op.by)}::text[]) as g`.execute(trx);
}

type OutcomeRow = {
  commune: string;
  device: number;
  n: number;
  kind: Outcome['kind'];
  reason: string | null;
  seq: number | null;
  late: boolean;
};

function toRow(commune: string, device: number, outcome: Outcome, late: boolean): OutcomeRow {
  const reason = outcome.kind === 'rejected' ? outcome.reason : null;
  const seq = outcome.kind === 'ok' || outcome.kind === 'conflict' ? outcome.seq : null;
  return { commune, device, n: outcome.n, kind: outcome.kind, reason, seq, late };
}

/** JSON texts as one JSON list: as elements of a PostgreSQL array each of their quotes would be escaped, sent and unescaped again. */
function toJsonList(texts: readonly string[]): string {
  return `[${texts.join(',')}]`;
}
