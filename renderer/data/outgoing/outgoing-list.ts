import type { OutgoingFields } from '#shared/domain/outgoing/outgoing-record.ts';

/**
 * Ways to narrow the list of outgoing papers, shown as chips with counts. `for-me`: waits for this person's opinion or approval;
 * `withdrawn`: recalled or void; `not-at-province`: something of it is only on this PC.
 */
export const outgoingFacets = [
  'all',
  'drafting',
  'for-me',
  'approved',
  'awaiting-number',
  'issued',
  'withdrawn',
  'not-at-province',
] as const;
export type OutgoingFacet = (typeof outgoingFacets)[number];

/** Orders of the list. `date`: the day of the paper, or of its draft while it has none. */
export type OutgoingSort = { readonly by: 'date' | 'symbol' | 'signer' | 'number'; readonly descending: boolean };

/** What the list of outgoing papers shows. `year`: of the paper's day. */
export type OutgoingFilter = {
  readonly query: string;
  readonly facet: OutgoingFacet;
  readonly registerId: string | null;
  readonly typeId: string | null;
  readonly bodyId: string | null;
  readonly year: number | null;
  readonly regime: OutgoingFields['regime'] | null;
  readonly sort: OutgoingSort;
};

/** Everything, newest first. */
export const allOutgoings: OutgoingFilter = {
  query: '',
  facet: 'all',
  registerId: null,
  typeId: null,
  bodyId: null,
  year: null,
  regime: null,
  sort: { by: 'date', descending: true },
};

/** How many papers each chip would show; counted under the same filter without its facet. */
export type OutgoingCounts = Readonly<Record<OutgoingFacet, number>>;
