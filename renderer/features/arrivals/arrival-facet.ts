import { recallStanding } from '#shared/domain/exchange/recall.ts';
import { isWaiting } from '#renderer/data/exchange/use-exchange.ts';
import type { ArrivalRow } from '#renderer/data/rows.ts';

/** Ways to narrow the list, shown as chips. */
export const arrivalFacets = ['waiting', 'entered', 'returned', 'all'] as const;
export type ArrivalFacet = (typeof arrivalFacets)[number];

/** Whether a paper belongs under a chip. */
export function isUnder(arrival: ArrivalRow, facet: ArrivalFacet): boolean {
  if (facet === 'all') return true;
  if (facet === 'waiting') return isWaiting(arrival);
  const isReturned = arrival.status === '02' || recallStanding(arrival) === '15';
  return facet === 'returned' ? isReturned : !isReturned && arrival.documentId !== null;
}
