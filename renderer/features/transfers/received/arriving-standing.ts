import type { PlainDate } from '#shared/base/plain-date.ts';
import type { MemberArrivalFields } from '#shared/domain/transfer/member-arrival-record.ts';
import type { ArrivingWord } from '#renderer/messages/member-arrivals.ts';

/** Where a member who comes stands: what this office said counts when the province has taken it. */
export function arrivingOf({ outcome, answer, kind, leftOn }: MemberArrivalFields): ArrivingWord {
  switch (outcome) {
    case 'none':
    case 'waiting':
      return answer === 'waiting' ? 'waiting' : answer === 'accepted' ? 'asked-accepted' : 'asked-refused';
    case 'accepted':
      if (kind !== 'temporary') return 'accepted';
      return leftOn === null ? 'guest' : 'leaving-guest';
    default:
      return outcome;
  }
}

/** The day that comes next: to show the paper, or the end of a guest's stay. */
export function nextDayOf(arrival: MemberArrivalFields): PlainDate | null {
  const standing = arrivingOf(arrival);
  if (standing === 'waiting') return arrival.shownOn === null ? arrival.showBy : null;
  return standing === 'guest' ? arrival.until : null;
}

/** What the list of arrivals shows. */
export const arrivingFacets = ['waiting', 'late', 'guests', 'done', 'all'] as const;
export type ArrivingFacet = (typeof arrivingFacets)[number];

const open: readonly ArrivingWord[] = ['waiting', 'asked-accepted', 'asked-refused'];
const staying: readonly ArrivingWord[] = ['guest', 'leaving-guest'];

/** Whether an arrival stands under a facet on a day. */
export function isArrivingUnder(facet: ArrivingFacet, arrival: MemberArrivalFields, today: PlainDate): boolean {
  const standing = arrivingOf(arrival);
  switch (facet) {
    case 'all':
      return true;
    case 'waiting':
      return open.includes(standing);
    case 'late':
      return (nextDayOf(arrival) ?? today) < today;
    case 'guests':
      return staying.includes(standing);
    case 'done':
      return !open.includes(standing) && !staying.includes(standing);
  }
}
