import { firstDayOf, lastDayOf } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { eventKindTable, type EventGroup } from '#shared/domain/member-life/event-kind-table.ts';
import type { LifeEvents } from '#renderer/data/members/use-life-board.ts';

/** An event with whose it is. */
export type EventLine = LifeEvents['events'][number];

/** Which events are shown. `group`: empty for all that are not voided; `unitId`: null for all cells. */
export type EventFilter = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly group: EventGroup | 'proposed' | 'void' | '';
  readonly unitId: string | null;
};

/** Events that may have happened in the period, of a sort and a cell. */
export function eventsUnder(
  lines: readonly EventLine[],
  { from, to, group, unitId }: EventFilter,
): readonly EventLine[] {
  return lines.filter(({ event, member }) => {
    if (firstDayOf(event.effectiveOn) > to || lastDayOf(event.effectiveOn) < from) return false;
    if (unitId !== null && event.unitId !== unitId && member.unitId !== unitId) return false;
    if (group === 'void') return event.state === 'void';
    if (event.state === 'void') return false;
    if (group === 'proposed') return event.state === 'proposed';
    return group === '' || eventKindTable[event.kind].group === group;
  });
}

/** Whether an event waits for its decision. */
export function isOpenEvent({ event }: EventLine): boolean {
  return event.state === 'proposed';
}
