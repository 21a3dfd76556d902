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

/** Numbers given by accepted ops, for the ledger. */
type Given = { readonly entry: LedgerEntry; readonly op: Op };

/** What a batch leaves behind: records, audit trail, ledger, and how far stream and device have come. */
export type WrittenBatch = {
  readonly stream: { readonly id: string; readonly seq: number };
  /** `marks`: the ring of counter marks; left out when the server itself writes. */
  readonly device: { readonly dev: number; readonly lastN: number; readonly marks?: Buffer };
  readonly changed: readonly EncodedRecord[];
  readonly applied: Accepted['applied'];
  readonly given: readonly Given[];
};

/** Writes all of a batch in one statement: five round trips less while the stream is locked. */
export async function writeBatch(trx: DatabaseTransaction, batch: WrittenBatch): Promise<void> {
  const { stream, device, changed, applied, given } = batch;
  const ops = applied.map(({ op }) => op);
  const entries = given.map(({ entry }) => entry);
  await sql`
    with records as (
      insert into record (stream, type, id, seq, data)
      select ${stream.id}, r.* from rows from (
        unnest(${changed.map(({ record }) => record.type)}::text[]),
        unnest(${changed.map(({ record }) => record.id)}::uuid[]),
        unnest(${changed.map(({ record }) => record.seq)}::bigint[]),
        json_array_elements(${toJsonList(changed.map(({ json }) => json))}::json)) as r
      on conflict (stream, type, id) do update set seq = excluded.seq, data = excluded.data),
    trail as (
      insert into audit (stream, type, id, seq, device, n, kind, by, h, f)
      select ${stream.id}, a.* from rows from (
        unnest(${ops.map(({ type }) => type)}::text[]),
        unnest(${ops.map(({ id }) => id)}::uuid[]),
        unnest(${applied.map(({ seq }) => seq)}::bigint[]),
        unnest(${ops.map(({ dev }) => dev)}::int[]),
        unnest(${ops.map(({ n }) => n)}::bigint[]),
        unnest(${ops.map(({ t }) => t)}::text[]),
        unnest(${ops.map(({ by }) => by)}::text[]),
        unnest(${ops.map(({ h }) => h)}::bigint[]),
        json_array_elements(${toJsonList(ops.map(({ f }) => JSON.stringify(f)))}::json)) as a),
    numbers as (
      insert into number_ledger (stream, book, year, number, record_id, device, by)
      select ${stream.id}, g.* from unnest(
        ${entries.map(({ book }) => book)}::text[],
        ${entries.map(({ year }) => year)}::int[],
        ${entries.map(({ number }) => number)}::int[],
        ${entries.map(({ recordId }) => recordId)}::uuid[],
        ${given.map(({ op }) => op.dev)}::int[],
        ${given.map(({ op }) => op.by)}::text[]) as g),
    moved as (update stream set seq = ${stream.seq} where id = ${stream.id} and seq <> ${stream.seq})
    update device set last_n = ${device.lastN}, marks = coalesce(${device.marks ?? null}::bytea, marks) where id = ${device.dev}`.execute(
    trx,
  );
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

/**
 * The device has taken note: refusals stay for repeats, the rest may go. `held`: its commune's stream in the life the device holds; what it noted in another
 * one was not said of this.
 */
export async function forgetLateOutcomes(
  trx: DatabaseTransaction,
  dev: number,
  seen: readonly number[],
  held: { readonly id: string; readonly epoch: string },
): Promise<void> {
  if (seen.length === 0) return;
  const noted = sql<boolean>`device = ${dev} and late and n = any(${seen}::bigint[])
    and exists (select 1 from stream where id = ${held.id} and epoch = ${held.epoch})`;
  await trx.deleteFrom('kept_outcome').where(noted).where('kind', 'in', ['ok', 'conflict']).execute();
  await trx.updateTable('kept_outcome').set({ late: false }).where(noted).execute();
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
