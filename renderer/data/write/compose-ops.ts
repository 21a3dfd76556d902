import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { normalizeStretch, normalizeText } from '#shared/base/vietnamese.ts';
import { findRefusedField, LOCAL_STREAM, policyOf, type EntityType } from '#shared/entities.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import { applyOp } from '#shared/sync/merge.ts';
import { REMOVED, writesField, type FieldValue, type Op, type OpName } from '#shared/sync/op.ts';
import { recordKey } from '#shared/sync/record.ts';
import { claimOf, isOverlaid, type Claim, type RecordView } from '#shared/sync/replica.ts';
import { waitingRow } from '../replica/outbox.ts';
import { isCurrent, mergedOf, toShadowRow, viewOf, type RecordState } from '../replica/record-state.ts';
import { fromStamp } from '../replica/view-stamp.ts';
import type { HistoryRow, PeerOpRow } from '../rows.ts';
import type { ClockState, OfficeClock } from './office-clock.ts';

/** Why a write was not taken: a code of the catalogue, and the field it is about. Nothing was changed. */
export type Refusal = { readonly code: ErrorCode; readonly field?: string };

/** A wanted change, before it has a counter, a stamp and a base. `seen`: sequence of the row when the edit form was opened. */
export type OpDraft = {
  readonly t: Op['t'];
  readonly stream: string;
  readonly type: EntityType;
  readonly id: string;
  readonly f: Readonly<Record<string, FieldValue>>;
  readonly seen?: number;
  /** The values are in their stored form and were checked: `settleDraft` made it. */
  readonly settled?: true;
};

/** Ops ready for the journal, and the states of their records after them. */
export type Composed = {
  readonly ops: readonly Op[];
  readonly states: ReadonlyMap<string, RecordState>;
  readonly history: readonly HistoryRow[];
  readonly clock: ClockState;
  /** Values before, per record key, of the fields changed: what undo writes back. */
  readonly previous: ReadonlyMap<string, Readonly<Record<string, FieldValue>>>;
};

/** What composing looks at. `genOf`: present life of a stream's copy. */
export type ComposeContext = {
  readonly dev: number;
  readonly by: string;
  readonly clock: OfficeClock;
  readonly states: ReadonlyMap<string, RecordState>;
  readonly genOf: (stream: string) => number;
};

/** What of composing needs neither clock nor store, done beforehand: text in its stored form, fields checked. */
export function settleDraft(draft: OpDraft): Result<OpDraft, Refusal> {
  const f = storedForm(draft);
  const refusal = draft.t === 'cmd' ? undefined : findRefusedField(draft.type, f);
  return refusal === undefined ? ok({ ...draft, f, settled: true }) : err(refusal);
}

/** Turns drafts into ops: text brought to its stored form, unchanged fields left out, fields checked, base, counter and stamp given. */
export function composeOps(drafts: readonly OpDraft[], context: ComposeContext): Result<Composed, Refusal> {
  const states = new Map(context.states);
  const ops: Op[] = [];
  const history: HistoryRow[] = [];
  const previous = new Map<string, Record<string, FieldValue>>();
  let clock = context.clock.state;
  for (const draft of drafts) {
    const key = recordKey(draft.type, draft.id);
    const state = states.get(key) ?? {
      type: draft.type,
      id: draft.id,
      stream: draft.stream,
      shadow: undefined,
      own: [],
      peers: [],
    };
    const fields = changedFields(draft, state);
    if (draft.t === 'set' && Object.keys(fields).length === 0) continue;
    const isChecked = draft.t === 'cmd' || draft.settled === true;
    const refusal = isChecked ? undefined : findRefusedField(draft.type, fields);
    if (refusal !== undefined) return err(refusal);
    clock = context.clock.next(clock, draft.stream === LOCAL_STREAM);
    const n = draft.stream === LOCAL_STREAM ? clock.localN : clock.n;
    const { base, saw, rest } = claimFor(draft, state, Object.keys(fields), context.genOf(draft.stream));
    const op: Op = {
      dev: context.dev,
      n,
      t: draft.t,
      stream: draft.stream,
      type: draft.type,
      id: draft.id,
      f: fields,
      base,
      h: clock.h,
      by: context.by,
      ...(saw !== undefined && { saw }),
      ...(rest !== undefined && { rest }),
    };
    if (draft.t !== 'cmd' && !isNew(state)) {
      history.push(...replacedValues(state, op));
      previous.set(key, { ...previousValues(state, op), ...previous.get(key) });
    }
    ops.push(op);
    states.set(key, withOp(state, op));
  }
  return ok({ ops, states, history, clock, previous });
}

/** The state of a record with one more own op on it. An op that never leaves the PC goes straight into the record below. */
export function withOp(state: RecordState, op: Op): RecordState {
  if (op.stream === LOCAL_STREAM) {
    const { record } = applyOp(state.shadow, op, op.n, policyOf);
    return { ...state, stream: LOCAL_STREAM, shadow: toShadowRow({ ...record, stream: LOCAL_STREAM, gen: 0 }) };
  }
  const row = waitingRow(op);
  return { ...state, stream: op.stream, own: [...state.own, row] };
}

/**
 * Values of own unsent ops that a newer own op replaces: the province will only ever show the last of them.
 * A value of the server's record is not kept here: it stays in the shadow until a pulled row replaces it, and becomes history then.
 */
function replacedValues(state: RecordState, op: Op): HistoryRow[] {
  const { type, id } = state;
  return Object.keys(op.f).flatMap((field): HistoryRow[] => {
    const earlier = state.own.findLast(
      (row) => isOverlaid(row) && row.op.t !== 'cmd' && Object.hasOwn(row.op.f, field),
    )?.op;
    if (earlier !== undefined)
      return [{ type, id, field, h: earlier.h, dev: earlier.dev, by: earlier.by, v: earlier.f[field] ?? null }];
    // A record that never leaves the PC has no row to come: its former value is kept at once.
    const cell = op.stream === LOCAL_STREAM ? state.shadow?.f[field] : undefined;
    return cell === undefined ? [] : [{ type, id, field, h: cell.h, dev: cell.d, by: cell.by, v: cell.v }];
  });
}

function previousValues(state: RecordState, op: Op): Record<string, FieldValue> {
  const { values } = viewOf(state);
  const known = Object.keys(op.f).filter((field) => values[field] !== undefined);
  return Object.fromEntries(known.map((field) => [field, values[field] ?? null]));
}

/** Whether nothing is known of a record yet: everything said of it is news, and nothing is replaced. */
function isNew({ shadow, own, peers }: RecordState): boolean {
  return shadow === undefined && own.length + peers.length === 0;
}

/** The values as they are stored. */
function storedForm({ type, f, settled }: OpDraft): Readonly<Record<string, FieldValue>> {
  if (settled === true) return f;
  const fields: Record<string, FieldValue> = {};
  for (const field of Object.keys(f)) fields[field] = normalizeValue(f[field] as FieldValue, textForm(type, field));
  return fields;
}

const nothingKnown: Pick<RecordView, 'values' | 'removed'> = { values: {}, removed: false };

/** The values that say something new. */
function changedFields(draft: OpDraft, state: RecordState): Readonly<Record<string, FieldValue>> {
  const stored = storedForm(draft);
  if (draft.t !== 'set') return stored;
  const { values, removed } = isNew(state) ? nothingKnown : viewOf(state);
  const fields: Record<string, FieldValue> = {};
  for (const field of Object.keys(stored)) {
    const value = stored[field] as FieldValue;
    const current = field === REMOVED ? removed : values[field];
    if (current === undefined || !equalValues(current, value)) fields[field] = value;
  }
  return fields;
}

/** What the person had seen; of a form what it was opened on. A copy from an earlier life of the stream counts as unseen, colleagues' ops do not. */
function claimFor(draft: OpDraft, state: RecordState, fields: readonly string[], gen: number): Claim {
  const { shadow, own } = state;
  const claim = claimOf({ shadow, own, merged: mergedOf(state) }, draft.t === 'del' ? [] : fields, draft.t);
  const opened = fromStamp(draft.seen ?? Number.MAX_SAFE_INTEGER);
  const saw = claim.saw && withoutLater(claim.saw, state.peers, opened.order);
  if (!isCurrent(shadow, gen)) return { base: 0, saw };
  const base = Math.min(claim.base, opened.seq);
  // A colleague's value that came while the form was open may have come on top of another colleague's, which was to be seen in it then.
  const unnamed = Object.keys(claim.saw ?? {}).filter((field) => saw?.[field] === undefined);
  const wasCovered = state.peers.some(
    ({ op, order }) => order <= opened.order && unnamed.some((field) => writesField(op, field)),
  );
  const rest = claim.rest === undefined || wasCovered ? base : Math.min(claim.rest, opened.seq);
  return rest === base ? { base, saw } : { base, saw, rest };
}

/** Leaves out colleagues' ops that came while the form was open. */
function withoutLater(saw: NonNullable<Op['saw']>, peers: readonly PeerOpRow[], order: number): Op['saw'] | undefined {
  const isLater = ({ dev, n }: OpName): boolean =>
    peers.some((row) => row.dev === dev && row.n === n && row.order > order);
  const entries = Object.entries(saw).filter(([, name]) => !isLater(name));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The body of a paper is stretches of text in different styles: the spaces at their edges stand between words. */
function textForm(type: EntityType, field: string): (text: string) => string {
  return type === 'draft' && field === 'content' ? normalizeStretch : normalizeText;
}

function normalizeValue(value: FieldValue, form: (text: string) => string): FieldValue {
  if (typeof value === 'string') return form(value);
  if (Array.isArray(value)) return (value as readonly FieldValue[]).map((part) => normalizeValue(part, form));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value as Readonly<Record<string, FieldValue>>).map(([key, inner]) => [
        key,
        normalizeValue(inner, form),
      ]),
    );
  }
  return value;
}
