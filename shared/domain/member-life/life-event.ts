import { firstDayOf, lastDayOf } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { MemberEventFields } from '#shared/domain/member/member-event-record.ts';
import { governedFields } from './event-kind-table.ts';

/** An event as the rules of a member's life look at it. */
export type LifeEvent = Pick<
  MemberEventFields,
  'kind' | 'effectiveOn' | 'until' | 'state' | 'isPastOnly' | 'sets' | 'before' | 'form' | 'years' | 'unitId'
> & { readonly id: string };

/** The day from which an event counts; of one known to the year or month the first day it may mean. */
export function startOf({ effectiveOn }: Pick<LifeEvent, 'effectiveOn'>): PlainDate {
  return firstDayOf(effectiveOn);
}

/** Whether an event may not have happened yet on a day on which it counts, because its own day is not known. */
export function isUnsureOn({ effectiveOn }: Pick<LifeEvent, 'effectiveOn'>, day: PlainDate): boolean {
  return firstDayOf(effectiveOn) <= day && day < lastDayOf(effectiveOn);
}

/** The events that count, in the order of their days, then of their making. */
export function inOrder<E extends LifeEvent>(events: readonly E[]): readonly E[] {
  return events
    .filter(({ state }) => state === 'decided')
    .sort((a, b) => compare(startOf(a), startOf(b)) || compare(a.id, b.id));
}

/** The events by which the record of today goes: those that tell only the past are not among them. In order. */
export function liveEvents<E extends LifeEvent>(events: readonly E[]): readonly E[] {
  return inOrder(events).filter(({ isPastOnly }) => !isPastOnly);
}

/** Whether an event says what a field of the record is. */
export function governs(event: Pick<LifeEvent, 'kind' | 'sets'>, field: string): boolean {
  return (governedFields(event) as readonly string[]).includes(field);
}

/** The event made first, whatever its day: it found the record without the others. */
export function earliestMade<E extends LifeEvent>(events: readonly E[]): E | undefined {
  return events.reduce<E | undefined>(
    (first, event) => (first === undefined || event.id < first.id ? event : first),
    undefined,
  );
}

function compare(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
