import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Book, Channel, Urgency } from '#shared/domain/document/document-record.ts';

/** Ways to narrow the list of documents, shown as chips with counts. */
export const documentFacets = [
  'all',
  'awaiting-directive',
  'in-progress',
  'overdue',
  'not-at-province',
  'done',
  'for-information',
  'unnumbered',
] as const;
export type DocumentFacet = (typeof documentFacets)[number];

/** Orders of the list. */
export type DocumentSort = {
  readonly by: 'arrival' | 'received' | 'issued' | 'symbol' | 'issuer' | 'due';
  readonly descending: boolean;
};

/** What the list of documents shows. `year`, `receivedFrom`, `receivedTo`: of the day received. `unitId`, `staffId`: who holds the paper. `issuer`: exactly so. */
export type DocumentFilter = {
  readonly query: string;
  readonly facet: DocumentFacet;
  readonly book: Book | 'all';
  readonly year: number | null;
  readonly typeId: string | null;
  readonly urgency: Urgency | null;
  readonly unitId: string | null;
  readonly staffId: string | null;
  readonly channel: Channel | null;
  readonly issuer: string | null;
  readonly receivedFrom: PlainDate | null;
  readonly receivedTo: PlainDate | null;
  readonly sort: DocumentSort;
};

/** Everything, newest arrival first. */
export const allDocuments: DocumentFilter = {
  query: '',
  facet: 'all',
  book: 'all',
  year: null,
  typeId: null,
  urgency: null,
  unitId: null,
  staffId: null,
  channel: null,
  issuer: null,
  receivedFrom: null,
  receivedTo: null,
  sort: { by: 'arrival', descending: true },
};

/** How many papers each chip would show; counted under the same filter without its facet. */
export type DocumentCounts = Readonly<Record<DocumentFacet, number>>;
