import type { MemberChangeFields } from '#shared/domain/member/member-change-record.ts';
import { governs, type LifeEvent } from './life-event.ts';
import { saysSame } from './strict-fields.ts';

/** A change of a field as the record's history tells it: when it was written, and what. */
export type ToldChange = { readonly field: string; readonly value: unknown; readonly atMs: number };

/** On what a change rests: an event that was recorded, or voided, in the same act; or a proposal that a second person confirmed. */
export type ChangeBasis<E, C> =
  | { readonly kind: 'event'; readonly event: E }
  | { readonly kind: 'proposal'; readonly change: C };

/** What is written in one act has times so near to each other; events that have come into effect later are known by their value. */
const SAME_ACT_MS = 5000;

/** Finds on what a change rests; undefined when it was written by hand or by an import. `madeAtMs`: when an event was recorded. */
export function findBasis<E extends LifeEvent, C extends MemberChangeFields>(
  { field, value, atMs }: ToldChange,
  events: readonly E[],
  changes: readonly C[],
  madeAtMs: (event: E) => number,
): ChangeBasis<E, C> | undefined {
  const change = changes.find(
    (each) =>
      each.state === 'confirmed' &&
      each.field === field &&
      saysSame(each.to, value) &&
      each.decidedAt !== null &&
      Math.abs(Date.parse(each.decidedAt) - atMs) <= SAME_ACT_MS,
  );
  if (change !== undefined) return { kind: 'proposal', change };
  const governing = events.filter((event) => !event.isPastOnly && event.state !== 'proposed' && governs(event, field));
  const sameAct = governing.findLast((event) => Math.abs(madeAtMs(event) - atMs) <= SAME_ACT_MS);
  const event =
    sameAct ??
    governing.findLast(
      (each) => madeAtMs(each) <= atMs && Object.hasOwn(each.sets, field) && saysSame(each.sets[field], value),
    );
  return event === undefined ? undefined : { kind: 'event', event };
}
