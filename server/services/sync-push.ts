import type { StreamAsk } from '#shared/contract/protocol.ts';
import { communeStream, isEntityType, PROVINCE_STREAM } from '#shared/entities.ts';
import { staffRoleSchema } from '#shared/domain/staff/staff-record.ts';
import { lackedActions } from '#shared/op-actions.ts';
import { isCellBound, placesOf, type FieldOf } from '#shared/op-scope.ts';
import { acceptBatch, streamRecordKey, type AcceptState, type RecordRef } from '#shared/sync/accept.ts';
import { isRestored, rebaseOps, restoredAt } from '#shared/sync/epoch.ts';
import { mayResupply } from '#shared/sync/resupply-turn.ts';
import { PARKED_FOR_MS, type Op, type Outcome } from '#shared/sync/op.ts';
import { recordIdSchema } from '#shared/base/ids.ts';
import { dateOfInstant, type PlainDate } from '#shared/base/plain-date.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import { queueTasks } from '#server/storage/courier-queue.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import {
  hasParkedBefore,
  listForBatch,
  listKeptOutcomes,
  listLedger,
  listParked,
  listRecords,
  listRecordsOf,
  listWriters,
  lockStream,
  type DeviceStanding,
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
import { createAcceptRules, findParent, type RuleContext } from './accept-rules.ts';
import { NO_EXCHANGE, readExchange, tasksOf } from './exchange-context.ts';
import { findFork } from './counter-fork.ts';
import { withMarks } from './counter-marks.ts';
import type { ExchangeContext } from './exchange-rules.ts';
import { readMembers, toMemberContext } from './member-context.ts';
import { NO_MEMBERS, type MemberContext } from './member-rules.ts';
import { NumberBook } from './number-book.ts';
import { concernsNumbers } from './number-rules.ts';
import type { ResupplyContext } from './resupply-rules.ts';
import { NO_TRANSFERS, readTransferKin, transferTasksOf } from './transfer-context.ts';
import type { TransferContext } from './transfer-rules.ts';
import { listWantedNumbers } from './wanted-numbers.ts';

/** The PC that speaks, as its session proved. */
export type Caller = { readonly dev: number; readonly commune: string };

/** What a PC sends, as its stream has it now; `held`: the life of the stream in which its ops count. */
export type Sent = { readonly ops: readonly Op[]; readonly held: readonly Pick<StreamAsk, 'id' | 'epoch'>[] };

/** What a batch did. `before`: the stream when it was locked; `changed`: every record changed since, in order of sequence; `isForCourier`: there is something to carry. */
export type Pushed = {
  readonly acked: number;
  readonly outcomes: readonly Outcome[];
  readonly before: StreamStanding;
  readonly seq: number;
  readonly changed: readonly EncodedRecord[];
  readonly isForCourier: boolean;
};

/** A batch under counters that another PC with this number has used: nothing of it was taken. `forkedAt`: the first of them. */
export type Forked = { readonly forkedAt: number };

/**
 * Takes a batch, in the order of reference 5.6: device row (locked by the caller), stream row, then records, merge, writes.
 * Ops are contiguous and begin at most one after the last counter taken before. Those of a PC that does not yet know of a restore are judged by
 * what it can have seen of the present life.
 */
export async function pushOps(
  trx: DatabaseTransaction,
  caller: Caller,
  standing: DeviceStanding,
  { ops, held }: Sent,
  nowMs: number,
): Promise<Pushed | Forked> {
  const { lastN } = standing;
  const stream = communeStream(caller.commune);
  const repeated = ops.filter(({ n }) => n <= lastN);
  const forkedAt = await findFork(trx, stream, caller.dev, standing, repeated);
  if (forkedAt !== undefined) return { forkedAt };
  const before = await lockStream(trx, stream);
  const repeats = await outcomesOfRepeats(trx, caller.dev, repeated, before.seq);
  const fresh = rebaseOps(
    ops.filter(({ n }) => n > lastN),
    (asked) => held.find(({ id }) => id === asked)?.epoch,
    (asked) => (asked === stream ? before.epoch : undefined),
  );
  if (fresh.length === 0)
    return { acked: lastN, outcomes: repeats, before, seq: before.seq, changed: [], isForCourier: false };

  const read = await readState(trx, caller.commune, before, lastN, fresh);
  const { state, numbers, exchange, transfersOf, writers } = read;
  const transfers = transfersOf(state);
  const parkedBefore = [...state.parked];
  const resupply = {
    isItsTurn: mayResupply(standing.turn, before.epoch, nowMs),
    restoredAt: restoredAt(before.epoch),
    isWriter: (dev: number) => writers.has(dev),
  };
  const members = read.membersOf(state, dateOfInstant(nowMs));
  const parts = { numbers, exchange: exchange(state), transfers, members, resupply };
  const rules = createAcceptRules(toContext(state, before, parts));
  for (const { op } of parkedBefore) rules.parentOf(op); // what they wait for is told by what is not there yet
  const accepted = acceptBatch(fresh, state, rules, nowMs);

  const changed = [...accepted.changed].flatMap((key) => state.records.get(key) ?? []).map(encodeRecord);
  const seq = state.seq.get(stream) ?? before.seq;
  const device = { dev: caller.dev, lastN: state.lastN, marks: withMarks(standing.marks, fresh) };
  await writeBatch(trx, {
    stream: { id: stream, seq },
    device,
    changed,
    applied: accepted.applied,
    given: numbers.taken,
  });
  const touched = changed.map(({ record }) => record);
  const tasks = [...tasksOf(touched), ...transferTasksOf(touched, transfers)];
  await queueTasks(trx, caller.commune, tasks);
  await writeParked(trx, stream, parkedBefore, state.parked);
  await keepOutcomes(trx, caller.commune, caller.dev, accepted.outcomes);
  await keepLateOutcomes(trx, caller.commune, accepted.late);
  const outcomes = [...repeats, ...accepted.outcomes];
  return { acked: state.lastN, outcomes, before, seq, changed, isForCourier: tasks.length > 0 };
}

/** Gives back the ops that have waited too long for their parent, when nobody sends anything that would. */
export async function expireParked(trx: DatabaseTransaction, caller: Caller, nowMs: number): Promise<void> {
  const id = communeStream(caller.commune);
  if (!(await hasParkedBefore(trx, id, nowMs - PARKED_FOR_MS))) return;
  const stream = await lockStream(trx, id);
  const before = await listParked(trx, id);
  const state: AcceptState = { lastN: 0, seq: new Map([[id, stream.seq]]), records: new Map(), parked: [...before] };
  const nothing = {
    numbers: new NumberBook([]),
    exchange: NO_EXCHANGE,
    transfers: NO_TRANSFERS,
    members: NO_MEMBERS,
    resupply: NO_RESUPPLY,
  };
  const rules = createAcceptRules(toContext(state, stream, nothing));
  const { late } = acceptBatch([], state, rules, nowMs);
  await writeParked(trx, id, before, state.parked);
  await keepLateOutcomes(trx, caller.commune, late);
}

/** Nobody brings anything back. */
const NO_RESUPPLY: ResupplyContext = { isItsTurn: false, restoredAt: 0, isWriter: () => false };

/** What the rules look at: the state as the batch changes it, so that an op sees those before it, be it on a book or on the actor's own role. */
function toContext(
  state: AcceptState,
  { id: stream, epoch }: StreamStanding,
  parts: Pick<RuleContext, 'numbers' | 'exchange' | 'transfers' | 'members' | 'resupply'>,
): RuleContext {
  const waiting = new Set(state.parked.map(({ op }) => op));
  const listOf = (wanted: string): SyncRecord[] => [...state.records.values()].filter(({ type }) => type === wanted);
  return {
    ...parts,
    isRestored: isRestored(epoch),
    registers: () => listOf('register'),
    people: {
      find: (id) => state.records.get(streamRecordKey(stream, { type: 'staff', id })),
      list: () => listOf('staff'),
      delegations: () => listOf('delegation'),
      recordOf: (type, id) => fieldsOf(state.records.get(streamRecordKey(stream, { type, id }))),
    },
    findRecord: (op) => state.records.get(streamRecordKey(stream, op)),
    isWaiting: (op) => waiting.has(op),
  };
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

type BatchState = {
  readonly state: AcceptState;
  readonly numbers: NumberBook;
  readonly exchange: (state: AcceptState) => ExchangeContext;
  readonly transfersOf: (state: AcceptState) => TransferContext;
  readonly membersOf: (state: AcceptState, today: PlainDate) => MemberContext;
  readonly writers: ReadonlySet<number>;
};

async function readState(
  trx: DatabaseTransaction,
  commune: string,
  stream: LockedStream,
  lastN: number,
  ops: readonly Op[],
): Promise<BatchState> {
  const own = ops.filter((op) => op.stream === stream.id);
  const wholes = wholeTypes(own);
  const { records: found, parked } = await listForBatch(trx, stream.id, touchedRefs(own, stream.registers), wholes);
  // What waits may be taken with this batch: its rules look at as much as those of the batch's own ops.
  const waiting = parked.map(({ op }) => op);
  const judged = [...own, ...waiting];
  const known = [...found, ...(await readForWaiting(trx, stream.id, waiting, wholes))];
  const cells = await readCells(trx, stream.id, judged, known);
  const named = [...known, ...cells, ...(await readDelegations(trx, stream.id, judged, known))];
  const numbers = await readNumbers(trx, stream.id, judged, named);
  const kin = await readTransferKin(trx, stream.id, judged, named);
  const { records: papers, past } = await readMembers(trx, stream.id, judged, known);
  const records = [...named, ...kin.records, ...papers];
  const dispatches = judged.filter(({ type }) => type === 'dispatch');
  const origins = judged.flatMap(({ origin }) => Object.values(origin ?? {}).map(({ dev }) => dev));
  return {
    writers: await listWriters(trx, commune, [...new Set(origins)]),
    exchange: await readExchange(trx, stream.id, dispatches, records),
    transfersOf: kin.contextOf,
    membersOf: (state, today) => toMemberContext(state, past, today),
    state: {
      lastN,
      // The province stream is known only so that it can be refused by its right name; it is neither locked nor written.
      seq: new Map([
        [stream.id, stream.seq],
        [PROVINCE_STREAM, 0],
      ]),
      records: new Map(records.map((record) => [streamRecordKey(stream.id, record), record])),
      parked,
      ...(stream.formerEnd !== null && { formerEnd: new Map([[stream.id, stream.formerEnd]]) }),
    },
    numbers,
  };
}

/** Duties given to others, with those who gave them; read only when somebody does what their own role does not allow. */
async function readDelegations(
  trx: DatabaseTransaction,
  stream: string,
  ops: readonly Op[],
  known: readonly SyncRecord[],
): Promise<readonly SyncRecord[]> {
  const staff = new Map(known.filter(({ type }) => type === 'staff').map((record) => [record.id, record]));
  const there = new Set(known.map(({ type, id }) => recordKey(type, id)));
  const isBeyondRole = (op: Op): boolean => {
    const role = staffRoleSchema.safeParse(staff.get(op.by)?.f['role']?.v).data;
    return role !== undefined && lackedActions(role, op, !there.has(recordKey(op.type, op.id))).length > 0;
  };
  if (!ops.some(isBeyondRole)) return [];
  const delegations = await listRecordsOf(trx, stream, 'delegation');
  const givers = new Set(delegations.map(({ f }) => f['fromStaffId']?.v));
  const unknown = [...givers].filter((id): id is string => typeof id === 'string' && !staff.has(id));
  const refs = unknown.map((id) => ({ type: 'staff', id }));
  return [...delegations, ...(refs.length === 0 ? [] : await listRecords(trx, stream, refs))];
}

/** Units, and the members and meetings that say whose cell an act is about; read only when somebody acts whose acts end at their own. */
async function readCells(
  trx: DatabaseTransaction,
  stream: string,
  ops: readonly Op[],
  known: readonly SyncRecord[],
): Promise<readonly SyncRecord[]> {
  const byKey = new Map(known.map((record) => [recordKey(record.type, record.id), record]));
  // A role may change with the batch itself.
  const isBound = (role: unknown): boolean => isCellBound(staffRoleSchema.safeParse(role).data ?? 'office-head');
  const changesRoles = ops.some(({ type, f }) => type === 'staff' && isBound(f['role']));
  const acts = ops.filter(({ by }) => changesRoles || isBound(byKey.get(recordKey('staff', by))?.f['role']?.v));
  const places = acts.flatMap((op) => placesOf(op, fieldsOf(byKey.get(recordKey(op.type, op.id)))));
  if (places.length === 0) return [];
  const unknown = places.filter(({ type, id }) => type !== 'unit' && !byKey.has(recordKey(type, id)));
  const refs = [...new Map(unknown.map((ref) => [recordKey(ref.type, ref.id), ref])).values()].filter(
    ({ id }) => recordIdSchema.safeParse(id).success,
  );
  const units = await listRecordsOf(trx, stream, 'unit');
  return [...units, ...(refs.length === 0 ? [] : await listRecords(trx, stream, refs))];
}

function fieldsOf(record: SyncRecord | undefined): FieldOf | undefined {
  return record && ((field) => record.f[field]?.v);
}

/** Entities in which numbers are spoken for. */
const numberTypes: readonly string[] = ['register', 'ledgerEntry', 'numberBlock'];

/** Entities of which everything must be known: what bars a number is not told by its op, and who puts people in may be the first. */
function wholeTypes(ops: readonly Op[]): readonly string[] {
  return [
    ...(ops.some(concernsNumbers) ? numberTypes : []),
    ...(ops.some(({ type }) => type === 'staff') ? ['staff'] : []),
  ];
}

/** The same for ops that waited, of which nothing was known before. `wholes`: what was read already. */
async function readForWaiting(
  trx: DatabaseTransaction,
  stream: string,
  ops: readonly Op[],
  wholes: readonly string[],
): Promise<readonly SyncRecord[]> {
  if (ops.length === 0) return [];
  const types = wholeTypes(ops).filter((type) => !wholes.includes(type));
  return (await listForBatch(trx, stream, touchedRefs(ops, []), types)).records;
}

/** What the ledger has of the papers these ops are about and of the numbers they want, and all that is spoken for. */
async function readNumbers(
  trx: DatabaseTransaction,
  stream: string,
  ops: readonly Op[],
  records: readonly SyncRecord[],
): Promise<NumberBook> {
  const numbering = ops.filter(concernsNumbers);
  if (numbering.length === 0) return new NumberBook([]);
  const spoken = records.filter(({ type }) => numberTypes.includes(type));
  const spans = [...new Map(spoken.map((record) => [recordKey(record.type, record.id), record])).values()];
  const { wanted, unread } = listWantedNumbers(ops, records);
  const ledger = await listLedger(trx, stream, [...new Set(numbering.map(({ id }) => id))], wanted);
  return new NumberBook(ledger, spans, unread);
}

function touchedRefs(ops: readonly Op[], registers: readonly RecordRef[]): RecordRef[] {
  const refs = new Map(registers.map((ref) => [recordKey(ref.type, ref.id), ref]));
  for (const op of ops.filter(({ type }) => isEntityType(type))) {
    refs.set(recordKey(op.type, op.id), { type: op.type, id: op.id });
    const parent = findParent(op);
    if (parent !== undefined) refs.set(recordKey(parent.type, parent.id), parent);
    if (recordIdSchema.safeParse(op.by).success) refs.set(recordKey('staff', op.by), { type: 'staff', id: op.by });
  }
  return [...refs.values()];
}
