import { communeStream, isEntityType, PROVINCE_STREAM } from '#shared/entities.ts';
import { acceptBatch, streamRecordKey, type AcceptState, type RecordRef } from '#shared/sync/accept.ts';
import { PARKED_FOR_MS, type Op, type Outcome } from '#shared/sync/op.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import {
  hasParkedBefore,
  listKeptOutcomes,
  listLedger,
  listParked,
  listRecords,
  lockStream,
  type LockedStream,
  type StreamStanding,
} from '#server/storage/sync-reader.ts';
import {
  encodeRecord,
  keepLateOutcomes,
  keepOutcomes,
  writeBatch,
  writeParked,
  type EncodedRecord,
} from '#server/storage/sync-writer.ts';
import { createAcceptRules, findParent } from './accept-rules.ts';
import { concernsNumbers, NumberBook, yearOf } from './number-rules.ts';

/** The PC that speaks, as its session proved. */
export type Caller = { readonly dev: number; readonly commune: string };

/** What a batch did. `before`: the stream when it was locked; `changed`: every record changed since, in order of sequence. */
export type Pushed = {
  readonly acked: number;
  readonly outcomes: readonly Outcome[];
  readonly before: StreamStanding;
  readonly seq: number;
  readonly changed: readonly EncodedRecord[];
};

/**
 * Takes a batch, in the order of reference 5.6: device row (locked by the caller), stream row, then records, merge, writes.
 * `lastN` is the last counter taken before; `ops` are contiguous and begin at most one after it.
 */
export async function pushOps(
  trx: DatabaseTransaction,
  caller: Caller,
  lastN: number,
  ops: readonly Op[],
  nowMs: number,
): Promise<Pushed> {
  const stream = communeStream(caller.commune);
  const before = await lockStream(trx, stream);
  const repeats = await outcomesOfRepeats(
    trx,
    caller.dev,
    ops.filter(({ n }) => n <= lastN),
    before.seq,
  );
  const fresh = ops.filter(({ n }) => n > lastN);
  if (fresh.length === 0) return { acked: lastN, outcomes: repeats, before, seq: before.seq, changed: [] };

  const { state, numbers } = await readState(trx, before, lastN, fresh);
  const parkedBefore = [...state.parked];
  const registers = (): SyncRecord[] => [...state.records.values()].filter(({ type }) => type === 'register');
  const accepted = acceptBatch(fresh, state, createAcceptRules({ registers, numbers }), nowMs);

  const changed = [...accepted.changed].flatMap((key) => state.records.get(key) ?? []).map(encodeRecord);
  const seq = state.seq.get(stream) ?? before.seq;
  const device = { dev: caller.dev, lastN: state.lastN };
  await writeBatch(trx, {
    stream: { id: stream, seq },
    device,
    changed,
    applied: accepted.applied,
    given: numbers.taken,
  });
  await writeParked(trx, stream, parkedBefore, state.parked);
  await keepOutcomes(trx, caller.commune, caller.dev, accepted.outcomes);
  await keepLateOutcomes(trx, caller.commune, accepted.late);
  return { acked: state.lastN, outcomes: [...repeats, ...accepted.outcomes], before, seq, changed };
}

/** Gives back the ops that have waited too long for their parent, when nobody sends anything that would. */
export async function expireParked(trx: DatabaseTransaction, caller: Caller, nowMs: number): Promise<void> {
  const id = communeStream(caller.commune);
  if (!(await hasParkedBefore(trx, id, nowMs - PARKED_FOR_MS))) return;
  const { seq } = await lockStream(trx, id);
  const before = await listParked(trx, id);
  const state: AcceptState = { lastN: 0, seq: new Map([[id, seq]]), records: new Map(), parked: [...before] };
  const rules = createAcceptRules({ registers: () => [], numbers: new NumberBook([]) });
  const { late } = acceptBatch([], state, rules, nowMs);
  await writeParked(trx, id, before, state.parked);
  await keepLateOutcomes(trx, caller.commune, late);
}

/** A repeat after a lost answer gets its true outcome when that was not plain success. */
async function outcomesOfRepeats(
  trx: DatabaseTransaction,
  dev: number,
  repeats: readonly Op[],
  seq: number,
): Promise<Outcome[]> {
  const first = repeats[0];
  if (first === undefined) return [];
  const kept = await listKeptOutcomes(trx, dev, first.n, first.n + repeats.length - 1);
  const byCounter = new Map(kept.map((outcome) => [outcome.n, outcome]));
  return repeats.map(({ n }) => byCounter.get(n) ?? { n, kind: 'ok', seq });
}

type BatchState = { readonly state: AcceptState; readonly numbers: NumberBook };

async function readState(
  trx: DatabaseTransaction,
  stream: LockedStream,
  lastN: number,
  ops: readonly Op[],
): Promise<BatchState> {
  const own = ops.filter((op) => op.stream === stream.id);
  const parked = await listParked(trx, stream.id);
  const refs = touchedRefs([...own, ...parked.map(({ op }) => op)], stream.registers);
  const records = await listRecords(trx, stream.id, refs);
  return {
    state: {
      lastN,
      // The province stream is known only so that it can be refused by its right name; it is neither locked nor written.
      seq: new Map([
        [stream.id, stream.seq],
        [PROVINCE_STREAM, 0],
      ]),
      records: new Map(records.map((record) => [streamRecordKey(stream.id, record), record])),
      parked,
    },
    numbers: new NumberBook(await readNumbers(trx, stream.id, own.filter(concernsNumbers), records)),
  };
}

/** Ledger rows of the papers these ops are about, and of the numbers they want, in every year their papers may have come in. */
async function readNumbers(
  trx: DatabaseTransaction,
  stream: string,
  ops: readonly Op[],
  records: readonly SyncRecord[],
): ReturnType<typeof listLedger> {
  if (ops.length === 0) return [];
  const ids = new Set(ops.map(({ id }) => id));
  const dates = [
    ...ops.map(({ f }) => f['receivedOn']),
    ...records.filter(({ id }) => ids.has(id)).map(({ f }) => f['receivedOn']?.v),
  ];
  const years = new Set(dates.map(yearOf).filter((year) => year !== undefined));
  const numbers = new Set(ops.map(({ f }) => f['arrivalNumber']).filter(isLedgerNumber));
  return listLedger(trx, stream, [...ids], { book: 'incoming', years: [...years], numbers: [...numbers] });
}

function isLedgerNumber(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) < 2 ** 31;
}

function touchedRefs(ops: readonly Op[], registers: readonly RecordRef[]): RecordRef[] {
  const refs = new Map(registers.map((ref) => [recordKey(ref.type, ref.id), ref]));
  for (const op of ops.filter(({ type }) => isEntityType(type))) {
    refs.set(recordKey(op.type, op.id), { type: op.type, id: op.id });
    const parent = findParent(op);
    if (parent !== undefined) refs.set(recordKey(parent.type, parent.id), parent);
  }
  return [...refs.values()];
}
