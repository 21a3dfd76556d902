import { REMOVED, seenUpTo, writesField, type FieldValue, type Op, type Outcome } from './op.ts';
import { isUnsequenced, isWrittenOver, seenAhead, shownPeers } from './peers.ts';
import { emptyRecord, type Row, type SyncRecord } from './record.ts';

/** State of an own op on its device. It stays in the overlay until the device's complete cookie has passed its sequence. */
export type OpState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'acknowledged'; readonly seq: number }
  | { readonly kind: 'parked' }
  | { readonly kind: 'rejected'; readonly reason: string };

/** An own op with its state. */
export type OutboxEntry = { readonly op: Op; readonly state: OpState };

/** Field values a person sees: the server's record, colleagues' ops that it has not sequenced yet, and the device's own unfinished ops on top. */
export type RecordView = {
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Sequence of the shadow below; the `base` of an op made while looking at this view. */
  readonly seq: number;
  readonly removed: boolean;
  /** It was removed once and brought back, by a person or by an edit of somebody who had not seen the removal. */
  readonly broughtBack: boolean;
  /** Fields with values that wait for a person. */
  readonly conflicts: readonly string[];
  /** Number of own ops on top that the server has not yet shown back. */
  readonly pending: number;
  /** Devices of colleagues whose unsequenced changes are to be seen. */
  readonly peers: readonly number[];
};

/** Shadow after a pulled row: newer cells and conflict sets replace older ones. Applying a row twice changes nothing; an older row never wins. */
export function applyRow(shadow: SyncRecord | undefined, row: Row): SyncRecord {
  const before = shadow ?? emptyRecord(row.type, row.id);
  return {
    type: row.type,
    id: row.id,
    seq: Math.max(before.seq, row.seq),
    f: newest(before.f, row.f),
    c: newest(before.c, row.c),
  };
}

/** Whether an own op is to be seen on top of the shadow. A refused op is not: it lies under "Cần xử lý" with its values. */
export function isOverlaid(entry: OutboxEntry): boolean {
  return entry.state.kind !== 'rejected';
}

/**
 * Builds what a person sees. `own` are the device's ops on this record in counter order, `merged` the shadow with the ops of colleagues
 * (`withPeerOps`). Own ops lie on top, but for what a colleague who had seen them has written over.
 */
export function viewRecord(
  shadow: SyncRecord | undefined,
  own: readonly OutboxEntry[],
  merged: SyncRecord | undefined = shadow,
): RecordView {
  const values: Record<string, FieldValue> = {};
  for (const [field, cell] of Object.entries(merged?.f ?? {})) values[field] = cell.v;
  const overlaid = own.filter(isOverlaid);
  const ops = overlaid.map(({ op }) => op);
  const settled = new Set(openConflicts(shadow).filter((field) => !hasSequencedLosers(merged, field)));
  for (const op of ops) {
    if (op.t === 'cmd') continue;
    const written = op.t === 'del' ? { [REMOVED]: true } : op.t === 'sup' ? lackedOf(op, values) : op.f;
    for (const [field, value] of Object.entries(written))
      if (!isWrittenOver(merged, field, op, ops)) values[field] = value;
    if (op.t === 'res') Object.keys(op.f).forEach((field) => settled.add(field));
  }
  const { [REMOVED]: mark } = values;
  delete values[REMOVED];
  return {
    values,
    seq: shadow?.seq ?? 0,
    removed: mark === true,
    broughtBack: mark === false,
    conflicts: openConflicts(shadow).filter((field) => !settled.has(field)),
    pending: overlaid.length,
    peers: shownPeers(merged),
  };
}

/** Between values of colleagues the server has yet to judge; a question is only what it has asked. */
function hasSequencedLosers(merged: SyncRecord | undefined, field: string): boolean {
  return Object.values(merged?.c[field]?.e ?? {}).some((entry) => !isUnsequenced(entry));
}

/** What is being re-supplied stands in only where the server shows nothing: whether it wins is the server's to say. */
function lackedOf(op: Op, values: Readonly<Record<string, FieldValue>>): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(Object.entries(op.f).filter(([field]) => !Object.hasOwn(values, field)));
}

/** What a new op may claim its author had seen: up to which sequence of the server, and which ops of colleagues ahead of it. */
export type Claim = Pick<Op, 'base' | 'saw' | 'rest'>;

/** The parts of a record a claim rests on. `merged`: the shadow with the ops of colleagues (`withPeerOps`). */
export type Seen = {
  readonly shadow: SyncRecord | undefined;
  readonly own: readonly OutboxEntry[];
  readonly merged: SyncRecord | undefined;
};

/**
 * The claim of a new op: the sequence of the shadow, but never newer than what an own unfinished op on these fields still hides from the person. Otherwise
 * a value that arrived below would count as seen and be lost. Of a field in which a colleague's value is to be seen, nothing of the server's is claimed
 * (`base` 0), and the colleague's op is named: that one brings its own claim. So it does not matter which of the two the server takes first, and when it
 * refuses the colleague's, nothing is replaced that only he had seen. `rest` is the claim on the other fields then.
 * A removal (no fields, or the mark itself) judges the whole record, so any unfinished op on it counts. The card of a conflict (`res`) shows the server's
 * values whatever lies above them.
 */
export function claimOf({ shadow, own, merged }: Seen, fields: readonly string[], t: Op['t'] = 'set'): Claim {
  const isWhole = fields.length === 0 || fields.includes(REMOVED);
  const unfinished = own.filter(isOverlaid).map(({ op }) => op);
  const judged = isWhole ? Object.keys(merged?.f ?? {}) : fields;
  const saw = seenAhead(merged, judged, (field) => unfinished.some((op) => isOnTop(op, field, merged, unfinished)));
  const claimed = t === 'res' ? fields : fields.filter((field) => saw?.[field] === undefined);
  const hiding = unfinished.filter((op) => isWhole || hides(op, claimed, merged, unfinished));
  const upTo = Math.min(
    shadow?.seq ?? 0,
    ...hiding.flatMap((op) => (isWhole ? [op.base] : claimed.map((field) => seenUpTo(op, field)))),
  );
  return saw === undefined || t === 'res' || upTo === 0 ? { base: upTo, saw } : { base: 0, saw, rest: upTo };
}

/** Whether an own op's value is what is to be seen of a field that has another below. What is brought back stands in only where there is none. */
function isOnTop(op: Op, field: string, merged: SyncRecord | undefined, own: readonly Op[]): boolean {
  return op.t !== 'sup' && writesField(op, field) && !isWrittenOver(merged, field, op, own);
}

/** Whether an own op is what is to be seen in one of these fields. */
function hides(op: Op, fields: readonly string[], merged: SyncRecord | undefined, own: readonly Op[]): boolean {
  return op.t === 'del' || fields.some((field) => Object.hasOwn(op.f, field) && !isWrittenOver(merged, field, op, own));
}

/** Fields of a record with values that wait for a person. */
export function openConflicts(record: SyncRecord | undefined): string[] {
  return Object.entries(record?.c ?? {})
    .filter(([, set]) => Object.keys(set.e).length > 0)
    .map(([field]) => field);
}

/** State of an op after the server's outcome. Only the server's word moves it. */
export function settleOp(outcome: Outcome): OpState {
  switch (outcome.kind) {
    case 'ok':
    case 'conflict':
      return { kind: 'acknowledged', seq: outcome.seq };
    case 'rejected':
      return { kind: 'rejected', reason: outcome.reason };
    case 'parked':
      return { kind: 'parked' };
  }
}

/** Whether an own op may leave the outbox: acknowledged, and the complete cookie of its stream has passed it (trap 3 of the reference). */
export function isShownBack(entry: OutboxEntry, completeCookie: number): boolean {
  return entry.state.kind === 'acknowledged' && entry.state.seq <= completeCookie;
}

function newest<T extends { readonly s: number }>(
  held: Readonly<Record<string, T>>,
  arrived: Readonly<Record<string, T>>,
): Record<string, T> {
  const result: Record<string, T> = { ...held };
  for (const [field, part] of Object.entries(arrived)) {
    const known = result[field];
    if (known === undefined || part.s >= known.s) result[field] = part;
  }
  return result;
}
