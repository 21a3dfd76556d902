import type { PlainDate } from '#shared/base/plain-date.ts';
import { memberSchema, type MemberFields } from '#shared/domain/member/member-record.ts';
import type { MemberChangeFields } from '#shared/domain/member/member-change-record.ts';
import type { MemberEventFields } from '#shared/domain/member/member-event-record.ts';
import { eventKindTable } from './event-kind-table.ts';
import { isWhole } from './event-problems.ts';
import { governs, liveEvents, startOf, type LifeEvent } from './life-event.ts';
import { findFieldOn } from './record-on-day.ts';

/**
 * Fields of a member that two people answer for: a value that is there changes only by a proposal that somebody else confirms, or by an event that rests on
 * a decision. Filling an empty one is free.
 */
export const strictMemberFields = [
  'name',
  'bornOn',
  'citizenId',
  'cardNumber',
  'fileNumber',
  'admittedOn',
  'officialOn',
] as const satisfies readonly (keyof MemberFields)[];
export type StrictMemberField = (typeof strictMemberFields)[number];

/** Whether two people answer for a field. */
export function isStrictMemberField(field: string): field is StrictMemberField {
  return (strictMemberFields as readonly string[]).includes(field);
}

/** Fields an event sets that are put right by hand, in the record and in the event: where it was, who issued the card and when. */
const correctableFields: readonly string[] = ['admittedAt', 'officialAt', 'cardIssuedBy', 'cardIssuedOn'];

/** Whether a field that an event sets may be put right by hand. */
export function isCorrectable(field: string): boolean {
  return correctableFields.includes(field);
}

/** Whether a field holds anything. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return typeof value !== 'object' || Array.isArray(value) || nameOf(value) !== '';
}

/** Whether two values of such a field say the same. Of a name only what is printed counts: how it is parted for sorting is nobody's identity. */
export function saysSame(left: unknown, right: unknown): boolean {
  if (!isFilled(left) || !isFilled(right)) return isFilled(left) === isFilled(right);
  if (typeof left === 'object' && typeof right === 'object') return nameOf(left) === nameOf(right);
  return left === right;
}

/** Fields of a write that change a value which is there and for which two people answer. `before`: the value the record holds. */
export function strictChanges(
  written: Readonly<Record<string, unknown>>,
  before: (field: string) => unknown,
): readonly StrictMemberField[] {
  return strictMemberFields.filter(
    (field) => Object.hasOwn(written, field) && isFilled(before(field)) && !saysSame(before(field), written[field]),
  );
}

/** Why an event may not stand like this, whoever records it: it sets what its kind does not, or counts without the decision its kind rests on. */
export function refuseEventShape(event: MemberEventFields): 'bad-value' | 'event-unfit' | undefined {
  const { kind, sets, state, decision } = event;
  const allowed: readonly string[] = eventKindTable[kind].sets;
  const shape: Readonly<Record<string, { safeParse: (value: unknown) => { success: boolean } }>> = memberSchema.shape;
  for (const [field, value] of Object.entries(sets))
    if (!allowed.includes(field) || shape[field]?.safeParse(value).success !== true) return 'bad-value';
  for (const field of Object.keys(event.before)) if (!Object.hasOwn(shape, field)) return 'bad-value';
  const needsDecision = eventKindTable[kind].decision === 'required' && state === 'decided' && !event.isPastOnly;
  return needsDecision && !isWhole(decision) ? 'event-unfit' : undefined;
}

/** Whether a proposal, as it stands, may be put forward: about a field two people answer for, with a value that field can have. */
export function isProposable({ field, to }: Pick<MemberChangeFields, 'field' | 'to'>): boolean {
  return isStrictMemberField(field) && memberSchema.shape[field].safeParse(to).success;
}

/**
 * Whether the events of a member say that a field is this on one of the days from `from` to `to`: then it is written because of them, be it on the day one
 * of them is recorded, voided, or comes into effect.
 */
export function isToldByEvents(
  events: readonly LifeEvent[],
  field: string,
  value: unknown,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): boolean {
  const live = liveEvents(events).filter((event) => governs(event, field));
  const days = [from, ...live.map(startOf).filter((day) => day > from && day <= to)];
  return days.some((day) => {
    const told = findFieldOn({ events: live, madeOn: from }, field, day);
    return told !== undefined && saysSame(told.value, value);
  });
}

function nameOf(value: object | null): string {
  const full: unknown = value === null ? undefined : (value as { readonly full?: unknown }).full;
  return typeof full === 'string' ? full : '';
}
