import { clampToServer } from './hlc.ts';
import { applyOp, type PolicyOf } from './merge.ts';
import { PARKED_FOR_MS, type FieldValue, type Op, type Outcome } from './op.ts';
import { recordKey, type SyncRecord } from './record.ts';

/** Address of a record: the entity's name and the id. */
export type RecordRef = { readonly type: string; readonly id: string };

/** What a command makes of a record, or why it is refused. The server writes these fields whatever their policy. */
export type CommandVerdict =
  | { readonly ok: true; readonly f: Readonly<Record<string, FieldValue>> }
  | { readonly ok: false; readonly reason: string };

/** What the server knows of entities and rights. Pure: everything it looks at is given. */
export type AcceptRules = {
  readonly policyOf: PolicyOf;
  /** Why this op may not be taken, or `undefined`. `record` is the record before it, `merged` as it would be after. */
  readonly refuse: (op: Op, record: SyncRecord | undefined, merged: SyncRecord) => string | undefined;
  /** The record this op cannot stand without, if it has one. */
  readonly parentOf: (op: Op) => RecordRef | undefined;
  readonly command: (op: Op, record: SyncRecord | undefined) => CommandVerdict;
};

/** An op that waits for its parent, and since when (server milliseconds). */
export type ParkedOp = { readonly op: Op; readonly since: number };

/** The server's state around one batch: read after the device and stream rows were locked, written back in the same transaction. */
export type AcceptState = {
  /** Last counter taken from the device. */
  lastN: number;
  /** Sequence of each stream of the batch. */
  readonly seq: Map<string, number>;
  /** Every record the batch may touch, by stream and record key; absent records are absent. */
  readonly records: Map<string, SyncRecord>;
  /** Ops of these streams that wait for a parent. */
  parked: ParkedOp[];
  /** When the life before the present one ended, by stream (server milliseconds): what is brought back from it is no younger. */
  readonly formerEnd?: ReadonlyMap<string, number>;
};

/** Result of a batch; `state` was changed in place. */
export type Accepted = {
  readonly outcomes: Outcome[];
  /** Late outcomes of ops that had been parked, by device. */
  readonly late: { readonly dev: number; readonly outcome: Outcome }[];
  /** Keys of records changed, in order of their last change. */
  readonly changed: ReadonlySet<string>;
  /** Ops taken, with the stream sequence each one got: the audit trail. */
  readonly applied: { readonly op: Op; readonly seq: number }[];
};

/** Key of a record in `AcceptState.records`. */
export function streamRecordKey(stream: string, ref: RecordRef): string {
  return `${stream}|${recordKey(ref.type, ref.id)}`;
}

/**
 * Takes a batch of one device in counter order: repeats are skipped, each op gets an outcome, a refused op uses up its counter and never stops the queue.
 * The caller has checked that the first new op is `lastN + 1` and that all ops are from the device.
 */
export function acceptBatch(ops: readonly Op[], state: AcceptState, rules: AcceptRules, nowMs: number): Accepted {
  const outcomes: Outcome[] = [];
  const late: Accepted['late'] = [];
  const changed = new Set<string>();
  const applied: Accepted['applied'] = [];
  // Without ops only what waited too long is given back: whoever asks for that has read no records.
  if (ops.length > 0) unparkReady(state, rules, nowMs, late, changed, applied);
  for (const op of ops) {
    if (op.n <= state.lastN) continue;
    state.lastN = op.n;
    const stamped = clampOp(op, nowMs, state.formerEnd?.get(op.stream) ?? nowMs);
    const outcome = acceptOp(stamped, state, rules, nowMs, changed, applied);
    outcomes.push(outcome);
    if (outcome.kind === 'ok' || outcome.kind === 'conflict')
      unpark(stamped, state, rules, nowMs, late, changed, applied);
  }
  expire(state, nowMs, late);
  return { outcomes, late, changed, applied };
}

/** No stamp is taken from the future, and none of what is brought back from after the life it comes from. */
function clampOp(op: Op, nowMs: number, formerEndMs: number): Op {
  const stamped = clampStamp(op, nowMs);
  if (op.origin === undefined) return stamped;
  const origin = Object.entries(op.origin).map(([field, from]) => [
    field,
    clampStamp(from, Math.min(nowMs, formerEndMs)),
  ]);
  return { ...stamped, origin: Object.fromEntries(origin) as NonNullable<Op['origin']> };
}

/** What was cut keeps what it was. */
function clampStamp<T extends { readonly h: number; readonly told?: number | undefined }>(stamp: T, nowMs: number): T {
  const h = clampToServer(stamp.h, nowMs);
  return h === stamp.h ? stamp : { ...stamp, h, told: stamp.told ?? stamp.h };
}

function acceptOp(
  op: Op,
  state: AcceptState,
  rules: AcceptRules,
  nowMs: number,
  changed: Set<string>,
  applied: Accepted['applied'],
): Outcome {
  const seqBefore = state.seq.get(op.stream);
  if (seqBefore === undefined) return { n: op.n, kind: 'rejected', reason: 'not-your-stream' };
  const key = streamRecordKey(op.stream, op);
  const record = state.records.get(key);
  const effective = op.t === 'cmd' ? runCommand(op, record, rules) : op;
  if ('reason' in effective) return { n: op.n, kind: 'rejected', reason: effective.reason };
  const parent = rules.parentOf(op);
  const lacksParent = parent !== undefined && !state.records.has(streamRecordKey(op.stream, parent));
  // What is brought back may be the very record that others wait for.
  const waitsBehind =
    op.t !== 'sup' && state.parked.some((entry) => isSameRecord(entry.op, op) && !waitsForOwnRecord(entry.op, rules));
  if (lacksParent || waitsBehind) {
    state.parked.push({ op, since: nowMs });
    return { n: op.n, kind: 'parked' };
  }
  const seq = seqBefore + 1;
  const merged = applyOp(record, effective, seq, rules.policyOf);
  const reason = rules.refuse(op, record, merged.record);
  if (reason !== undefined) return { n: op.n, kind: 'rejected', reason };
  // Every PC brings back the same: what is there already moves no sequence.
  if (op.t === 'sup' && record !== undefined && isSame(record, merged.record))
    return { n: op.n, kind: 'ok', seq: seqBefore };
  state.seq.set(op.stream, seq);
  state.records.set(key, merged.record);
  changed.delete(key);
  changed.add(key);
  applied.push({ op: effective, seq });
  return { n: op.n, kind: merged.conflict ? 'conflict' : 'ok', seq };
}

/** Whether a merge left every cell as it was. */
function isSame(before: SyncRecord, after: SyncRecord): boolean {
  const fields = Object.entries(after.f);
  const sets = Object.entries(after.c);
  return (
    fields.every(([field, cell]) => before.f[field] === cell) && sets.every(([field, set]) => before.c[field] === set)
  );
}

/** A command's effect is written as if the server itself had seen the record: it never makes a conflict. */
function runCommand(op: Op, record: SyncRecord | undefined, rules: AcceptRules): Op | { readonly reason: string } {
  const verdict = rules.command(op, record);
  return verdict.ok ? { ...op, t: 'set', f: verdict.f, base: record?.seq ?? 0 } : { reason: verdict.reason };
}

function unpark(
  arrived: Op,
  state: AcceptState,
  rules: AcceptRules,
  nowMs: number,
  late: Accepted['late'],
  changed: Set<string>,
  applied: Accepted['applied'],
): void {
  const children = state.parked.filter(({ op }) => {
    const parent = rules.parentOf(op);
    return op.stream === arrived.stream && parent?.type === arrived.type && parent.id === arrived.id;
  });
  const waiting = state.parked.filter((entry) => children.some((child) => isSameRecord(child.op, entry.op)));
  if (waiting.length === 0) return;
  state.parked = state.parked.filter((entry) => !waiting.includes(entry));
  for (const { op } of waiting) {
    const outcome = acceptOp(op, state, rules, nowMs, changed, applied);
    late.push({ dev: op.dev, outcome });
    if (outcome.kind === 'ok' || outcome.kind === 'conflict') unpark(op, state, rules, nowMs, late, changed, applied);
  }
}

/**
 * Takes what waits no longer: the record it waited for came otherwise than by a PC's op, as when communes are merged or the courier brings something. On a
 * record several ops wait in their order; the first decides.
 */
function unparkReady(
  state: AcceptState,
  rules: AcceptRules,
  nowMs: number,
  late: Accepted['late'],
  changed: Set<string>,
  applied: Accepted['applied'],
): void {
  const mayGo = new Map<string, boolean>();
  const isReady = ({ op }: ParkedOp): boolean => {
    const key = streamRecordKey(op.stream, op);
    const known = mayGo.get(key);
    if (known !== undefined) return known;
    const parent = rules.parentOf(op);
    const isFree = parent === undefined || state.records.has(streamRecordKey(op.stream, parent));
    mayGo.set(key, isFree);
    return isFree;
  };
  const ready = state.parked.filter(isReady);
  if (ready.length === 0) return;
  state.parked = state.parked.filter((entry) => !isReady(entry));
  for (const { op } of ready) {
    const outcome = acceptOp(op, state, rules, nowMs, changed, applied);
    late.push({ dev: op.dev, outcome });
    if (outcome.kind === 'ok' || outcome.kind === 'conflict') unpark(op, state, rules, nowMs, late, changed, applied);
  }
}

/** Whether an op waits for the very record it is about, which another PC made: then whoever makes it waits for nothing. */
function waitsForOwnRecord(op: Op, rules: AcceptRules): boolean {
  const parent = rules.parentOf(op);
  return parent?.type === op.type && parent.id === op.id;
}

/** A later op on a record whose first op is parked waits behind it. */
function isSameRecord(a: Op, b: Op): boolean {
  return a.id === b.id && a.type === b.type && a.stream === b.stream;
}

function expire(state: AcceptState, nowMs: number, late: Accepted['late']): void {
  const isOver = ({ since }: ParkedOp): boolean => nowMs - since > PARKED_FOR_MS;
  for (const { op } of state.parked.filter(isOver)) {
    late.push({ dev: op.dev, outcome: { n: op.n, kind: 'rejected', reason: 'parent-never-came' } });
  }
  state.parked = state.parked.filter((entry) => !isOver(entry));
}
