import type { ErrorCode } from '#shared/base/errors.ts';
import { dateOfInstant, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { importLineSchema } from '#shared/domain/import/import-line-record.ts';
import { memberChangeSchema } from '#shared/domain/member/member-change-record.ts';
import { memberEventSchema, type MemberEventFields } from '#shared/domain/member/member-event-record.ts';
import type { LifeEvent } from '#shared/domain/member-life/life-event.ts';
import {
  isCorrectable,
  isFilled,
  isProposable,
  isStrictMemberField,
  isToldByEvents,
  refuseEventShape,
  saysSame,
  strictChanges,
  type StrictMemberField,
} from '#shared/domain/member-life/strict-fields.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import { hlcToMs } from '#shared/sync/hlc.ts';
import { isSeenBy } from '#shared/sync/merge.ts';
import { REMOVED, seenUpTo, type FieldValue, type Op } from '#shared/sync/op.ts';
import type { Cell, SyncRecord } from '#shared/sync/record.ts';

/** What the rules of members look at beside the op. */
export type MemberContext = {
  /** Events, proposals and lines of imports of a member, as they stand at this moment of the batch. */
  readonly recordsOf: (memberId: string) => readonly SyncRecord[];
  /** What a field of a member was at a sequence; undefined when that is not known. */
  readonly valueAt: (memberId: string, field: string, seq: number) => FieldValue | undefined;
  readonly today: PlainDate;
};

/** Of a batch that touches nothing two people answer for. */
export const NO_MEMBERS: MemberContext = {
  recordsOf: () => [],
  valueAt: () => undefined,
  today: toPlainDate('1970-01-01'),
};

/**
 * Why a PC may not write this of a member, of an event or of a proposal (docs/members.md). What a restored province lost comes back as it was (`sup`).
 */
export function refuseMember(
  op: Op,
  record: SyncRecord | undefined,
  merged: SyncRecord,
  context: MemberContext,
): ErrorCode | undefined {
  if (op.t === 'sup') return undefined;
  if (op.type === 'member') return record === undefined ? undefined : refuseStrict(op, record, context);
  if (op.type === 'memberEvent') return refuseEvent(op, record, merged, context);
  return op.type === 'memberChange' ? refuseChange(op, record, merged) : undefined;
}

/** A value two people answer for changes by a confirmed proposal, by an event, or by taking back an import that filled it; a conflict is settled by somebody else. */
function refuseStrict(op: Op, record: SyncRecord, context: MemberContext): ErrorCode | undefined {
  if (op.t === 'del') return undefined;
  const settled = op.t === 'res' ? Object.keys(op.f).filter((field) => isOpen(record, field)) : [];
  for (const field of settled) {
    const fault = isStrictMemberField(field) ? refuseSettlement(op, record, field) : undefined;
    if (fault !== undefined) return fault;
  }
  const changed = strictChanges(op.f, (field) => record.f[field]?.v).filter((field) => !settled.includes(field));
  return changed.every((field) => isAnsweredFor(op, record, field, context)) ? undefined : 'second-person-wanted';
}

/** Of values that wait for a choice one is chosen, by somebody who did not write it. */
function refuseSettlement(op: Op, record: SyncRecord, field: StrictMemberField): ErrorCode | undefined {
  const held = [record.f[field], ...Object.values(record.c[field]?.e ?? {})].filter((cell) => cell !== undefined);
  const chosen = held.filter(({ v }) => equalValues(v, op.f[field] ?? null));
  if (chosen.length === 0) return 'second-person-wanted';
  return chosen.some(({ by }) => by !== op.by) ? undefined : 'own-proposal';
}

function isOpen(record: SyncRecord, field: string): boolean {
  return Object.keys(record.c[field]?.e ?? {}).length > 0;
}

function isAnsweredFor(op: Op, record: SyncRecord, field: StrictMemberField, context: MemberContext): boolean {
  const held = record.f[field];
  const value = op.f[field] ?? null;
  if (held === undefined) return true;
  const own = context.recordsOf(record.id).filter(({ f }) => f[REMOVED]?.v !== true);
  return (
    own.some((each) => isConfirmation(each, field, value, held, op)) ||
    isByEvent(own, field, value, held, op, context) ||
    own.some((each) => isFilledBy(each, field, value, held)) ||
    isFilledMeanwhile(op, record, field, held, context)
  );
}

/** A proposal of exactly this, put forward by somebody else, confirmed since the field was last written: each serves once. */
function isConfirmation(each: SyncRecord, field: string, value: FieldValue, held: Cell, op: Op): boolean {
  const change = each.type === 'memberChange' ? memberChangeSchema.safeParse(valuesOf(each)).data : undefined;
  if (change?.state !== 'confirmed' || change.field !== field) return false;
  const confirmed = each.f['state'];
  return (
    saysSame(change.to, value) &&
    change.decidedBy === op.by &&
    change.proposedBy !== op.by &&
    confirmed !== undefined &&
    confirmed.s > held.s
  );
}

/** The member's events say so, today or on a day since the value was written; or the event that had set it was voided since. */
function isByEvent(
  own: readonly SyncRecord[],
  field: string,
  value: FieldValue,
  held: Cell,
  op: Op,
  { today }: MemberContext,
): boolean {
  const events = own.flatMap(eventOf);
  const written = [dateOfInstant(hlcToMs(op.h)), dateOfInstant(hlcToMs(held.h))].reduce((a, b) => (a > b ? a : b));
  const span = { from: written > today ? today : written, to: today };
  if (isToldByEvents(events, field, value, span)) return true;
  const governing = events.filter(({ sets, isPastOnly }) => !isPastOnly && Object.hasOwn(sets, field));
  if (governing.some(({ state }) => state === 'decided')) return false;
  return governing.some(
    ({ id, state, before }) =>
      state === 'void' &&
      saysSame(before[field], value) &&
      (own.find((each) => each.id === id)?.f['state']?.s ?? 0) > held.s,
  );
}

/** The value was filled in by an import, in the act its line says so, and the import is taken back by emptying it again. */
function isFilledBy(each: SyncRecord, field: string, value: FieldValue, held: Cell): boolean {
  if (isFilled(value) || each.type !== 'importLine') return false;
  const line = importLineSchema.safeParse(valuesOf(each)).data;
  const done = each.f['state'];
  if (line === undefined || done === undefined || isFilled(line.was[field]) || !Object.hasOwn(line.to, field))
    return false;
  const isSameAct = done.d === held.d && done.by === held.by && done.s > held.s;
  return line.state === 'written' && isSameAct && saysSame(line.to[field], held.v);
}

/** Who wrote had a record before them in which the field was empty: two people filled it in at the same time, and both values stay until one is chosen. */
function isFilledMeanwhile(op: Op, record: SyncRecord, field: string, held: Cell, { valueAt }: MemberContext): boolean {
  if (isSeenBy(op, field, held) || held.d === op.dev) return false;
  const seen = valueAt(record.id, field, seenUpTo(op, field));
  return seen !== undefined && !isFilled(seen);
}

/** What an event is about is said once, when it is decided; then it can only be voided. */
const eventIdentity = ['memberId', 'kind', 'effectiveOn', 'isPastOnly', 'decision', 'sets', 'before'] as const;

function refuseEvent(
  op: Op,
  record: SyncRecord | undefined,
  merged: SyncRecord,
  context: MemberContext,
): ErrorCode | undefined {
  const before = record === undefined ? undefined : (valuesOf(record) as unknown as MemberEventFields);
  if (removes(op)) return before === undefined || before.state === 'proposed' ? undefined : 'event-settled';
  const after = memberEventSchema.safeParse(valuesOf(merged)).data;
  if (after === undefined) return 'bad-value';
  if (before === undefined) return after.state === 'void' ? 'bad-value' : refuseEventShape(after);
  if (changes(op, merged, record, ['memberId', 'kind'])) return 'not-allowed';
  // The state is said by one person at a time: whoever had not seen what it is now is told so.
  const wantsState = Object.hasOwn(op.f, 'state') ? op.f['state'] : before.state;
  if (wantsState !== before.state) {
    if (before.state === 'void' || wantsState === 'proposed') return 'event-settled';
    const state = record?.f['state'];
    if (state !== undefined && !isSeenBy(op, 'state', state) && state.d !== op.dev) return 'event-settled';
    if (wantsState === 'void' && after.voidReason.trim() === '') return 'reason-wanted';
  }
  if (before.state === 'void' && Object.keys(op.f).some((field) => field !== 'note')) return 'event-settled';
  if (
    before.state === 'decided' &&
    changes(op, merged, record, eventIdentity) &&
    !isCorrection(op, merged, record, context)
  )
    return 'event-settled';
  return refuseEventShape(after);
}

/** What an event gave is put right together with the record: a day or number by a proposal that was confirmed since, a place or paper by hand. */
function isCorrection(
  op: Op,
  merged: SyncRecord,
  record: SyncRecord | undefined,
  { recordsOf }: MemberContext,
): boolean {
  const [was, now] = [record?.f['sets'], op.f['sets'] as Record<string, FieldValue> | undefined];
  if (was === undefined || now === undefined) return false;
  const former = was.v as Record<string, FieldValue>;
  const fields = [...new Set([...Object.keys(former), ...Object.keys(now)])].filter(
    (field) => !equalValues(former[field] ?? null, now[field] ?? null),
  );
  const rest = eventIdentity.filter((field) => field !== 'sets' && field !== 'effectiveOn');
  if (changes(op, merged, record, rest)) return false;
  const day = op.f['effectiveOn'];
  if (
    day !== undefined &&
    !fields.some((field) => now[field] === day) &&
    !equalValues(day, record?.f['effectiveOn']?.v ?? null)
  )
    return false;
  const memberId = merged.f['memberId']?.v;
  if (typeof memberId !== 'string') return false;
  const own = recordsOf(memberId).filter(({ f }) => f[REMOVED]?.v !== true);
  return fields.every(
    (field) => isCorrectable(field) || own.some((each) => isConfirmation(each, field, now[field] ?? null, was, op)),
  );
}

/** What a proposal is about is said once; somebody else decides it, once. */
const changeIdentity = ['memberId', 'field', 'from', 'to', 'reason', 'decision', 'proposedBy', 'proposedAt'] as const;

function refuseChange(op: Op, record: SyncRecord | undefined, merged: SyncRecord): ErrorCode | undefined {
  const after = memberChangeSchema.safeParse(valuesOf(merged)).data;
  if (after === undefined) return 'bad-value';
  if (record === undefined) {
    if (after.state !== 'proposed' || after.decidedBy !== null || after.proposedBy !== op.by) return 'not-allowed';
    return isProposable(after) ? undefined : 'bad-value';
  }
  if (record.f['state']?.v !== 'proposed') return 'change-settled';
  if (removes(op)) return record.f['proposedBy']?.v === op.by ? undefined : 'not-allowed';
  if (op.t !== 'set' || changes(op, merged, record, changeIdentity)) return 'not-allowed';
  if (after.state !== 'confirmed' && after.state !== 'refused') return undefined;
  if (after.proposedBy === op.by) return 'own-proposal';
  return after.decidedBy === op.by ? undefined : 'not-allowed';
}

function eventOf(record: SyncRecord): readonly LifeEvent[] {
  const event = record.type === 'memberEvent' ? memberEventSchema.safeParse(valuesOf(record)).data : undefined;
  return event === undefined ? [] : [{ ...event, id: record.id }];
}

function removes(op: Op): boolean {
  return op.t === 'del' || Object.hasOwn(op.f, REMOVED);
}

/** Whether the op, seen or unseen, says something else of these fields than the record holds. */
function changes(op: Op, merged: SyncRecord, record: SyncRecord | undefined, fields: readonly string[]): boolean {
  return fields.some(
    (field) =>
      Object.hasOwn(op.f, field) && !equalValues(op.f[field] ?? null, record?.f[field]?.v ?? defaultOf(merged, field)),
  );
}

/** A record from before a field was there has what the field is by itself. */
function defaultOf({ type }: SyncRecord, field: string): FieldValue {
  return type === 'memberEvent' && field === 'isPastOnly' ? false : null;
}

function valuesOf({ f }: SyncRecord): Record<string, FieldValue> {
  const { [REMOVED]: _removed, ...cells } = f;
  return Object.fromEntries(Object.entries(cells).map(([field, { v }]) => [field, v]));
}
