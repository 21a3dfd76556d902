import { isPartialDate } from '#shared/base/partial-date.ts';
import { liveEvents } from '#shared/domain/member-life/life-event.ts';
import { equalValues } from '#shared/sync/equal-values.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { MemberEventRow } from '../rows.ts';
import type { OpDraft } from '../write/compose-ops.ts';

/** A field of a record that is put right. */
export type Correction = { readonly field: string; readonly from: FieldValue; readonly to: FieldValue };

/**
 * Ops that put the events right which gave these fields their values: else the record would follow the events back. Where the field is the day of the event
 * itself (admission, recognition), the event counts from the new day.
 */
export function correctionOps(
  events: readonly MemberEventRow[],
  corrections: readonly Correction[],
): readonly OpDraft[] {
  const live = liveEvents(events);
  return live.flatMap((event): OpDraft[] => {
    const own = corrections.filter(
      ({ field, from }) =>
        live.findLast((each) => Object.hasOwn(each.sets, field) && equalValues(each.sets[field] ?? null, from)) ===
        event,
    );
    if (own.length === 0) return [];
    const sets: Record<string, FieldValue> = { ...event.sets };
    for (const { field, to } of own) sets[field] = to;
    const day = own.find(
      ({ from, to }) => from === event.effectiveOn && typeof to === 'string' && isPartialDate(to),
    )?.to;
    const f = { sets, ...(day !== undefined && { effectiveOn: day }) };
    return [{ t: 'set', stream: event.stream, type: 'memberEvent', id: event.id, f }];
  });
}
