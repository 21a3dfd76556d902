import { REMOVED, type FieldValue, type Op, type Outcome } from './op.ts';
import { emptyRecord, type Row, type SyncRecord } from './record.ts';

/** State of an own op on its device. It stays in the overlay until the device's complete cookie has passed its sequence. */
export type OpState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'acknowledged'; readonly seq: number }
  | { readonly kind: 'parked' }
  | { readonly kind: 'rejected'; readonly reason: string };

/** An own op with its state. */
export type OutboxEntry = { readonly op: Op; readonly state: OpState };

/** Field values a person sees: the server's record with the device's own unfinished ops on top. */
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

/** Builds what a person sees. `own` are the device's ops on this record in counter order. */
export function viewRecord(shadow: SyncRecord | undefined, own: readonly OutboxEntry[]): RecordView {
  const values: Record<string, FieldValue> = {};
  for (const [field, cell] of Object.entries(shadow?.f ?? {})) values[field] = cell.v;
  const overlaid = own.filter(isOverlaid);
  const settled = new Set<string>();
  for (const { op } of overlaid) {
    if (op.t === 'cmd') continue;
    if (op.t === 'del') values[REMOVED] = true;
    Object.assign(values, op.t === 'sup' ? lackedOf(op, values) : op.f);
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
  };
}

/** What is being re-supplied stands in only where the server shows nothing: whether it wins is the server's to say. */
function lackedOf(op: Op, values: Readonly<Record<string, FieldValue>>): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(Object.entries(op.f).filter(([field]) => !Object.hasOwn(values, field)));
}

/**
 * The `base` for a new op on `fields`: the sequence of the shadow, but never newer than what an own unfinished op on these fields
 * still hides from the person. Otherwise a value that arrived below the overlay would count as seen and be lost.
 * A removal (no fields, or the mark itself) judges the whole record, so any own unfinished op on it counts.
 */
export function seenBase(
  shadow: SyncRecord | undefined,
  own: readonly OutboxEntry[],
  fields: readonly string[],
): number {
  const wholeRecord = fields.length === 0 || fields.includes(REMOVED);
  const hiding = own.filter((entry) => isOverlaid(entry) && (wholeRecord || hides(entry.op, fields)));
  return Math.min(shadow?.seq ?? 0, ...hiding.map((entry) => entry.op.base));
}

function hides(op: Op, fields: readonly string[]): boolean {
  return op.t === 'del' || fields.some((field) => Object.hasOwn(op.f, field));
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
