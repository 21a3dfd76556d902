import type { PlainDate } from '#shared/base/plain-date.ts';
import type { DocumentCounts, DocumentFilter } from '../documents/document-list.ts';
import type { PersonFacts } from '#shared/domain/member/likely-same.ts';
import type { MemberAsk, MemberCounts, MemberReach } from '../members/member-list.ts';
import type { OutgoingCounts, OutgoingFilter } from '../outgoing/outgoing-list.ts';
import type { RowKey } from '../encryption/row-cipher.ts';
import type { RowChange } from '../rows.ts';
import type { IdList } from './id-list.ts';
import type { UnitCount } from './member-index.ts';

export type { UnitCount } from './member-index.ts';

/** A list of documents and the counts of its chips. */
export type DocumentList = { readonly ids: IdList; readonly counts: DocumentCounts };

/** A list of members and the counts of its chips. */
export type MemberList = { readonly ids: IdList; readonly counts: MemberCounts };

/** A list of outgoing papers and the counts of its chips. */
export type OutgoingList = { readonly ids: IdList; readonly counts: OutgoingCounts };

/** Figures and papers for the first page. */
export type TodayFacts = {
  readonly counts: DocumentCounts;
  readonly registeredToday: number;
  readonly dueSoon: IdList;
  readonly mine: IdList;
  readonly arrivals: readonly { readonly day: PlainDate; readonly count: number }[];
  readonly probationary: IdList;
};

/** The best hits of a search over everything. */
export type BestHits = { readonly documents: IdList; readonly members: IdList; readonly outgoings: IdList };

/** Lists and searches of the office, kept in memory beside the store. A watcher is called at once when the index is ready, and after every change that matters. */
export interface SearchPort {
  /** Tells what a transaction changed; in order of the transactions. */
  changed(changes: readonly RowChange[]): void;
  /** Tells which records (papers, members) have a file that is only here; all of them, each time. */
  owe(ids: readonly string[]): void;
  /** Builds everything anew from the store (after a stream was dropped or started anew). */
  rebuild(): void;
  /** Takes over the keys of rows after an exchange. */
  takeKeys(rowKeys: readonly RowKey[]): void;
  watchDocuments(filter: DocumentFilter, today: PlainDate, listener: (list: DocumentList) => void): () => void;
  watchMembers(ask: MemberAsk, listener: (list: MemberList) => void): () => void;
  watchOutgoings(filter: OutgoingFilter, actor: string, listener: (list: OutgoingList) => void): () => void;
  watchUnitCounts(listener: (counts: ReadonlyMap<string, UnitCount>) => void): () => void;
  watchToday(staffId: string | null, today: PlainDate, listener: (facts: TodayFacts) => void): () => void;
  list(filter: DocumentFilter, today: PlainDate): Promise<IdList>;
  listOutgoings(filter: OutgoingFilter): Promise<IdList>;
  issuers(limit: number): Promise<readonly string[]>;
  listMembers(ask: MemberAsk): Promise<IdList>;
  /** Records that may be of this person, but for `ownId`. */
  findMemberTwins(person: PersonFacts, ownId: string | null): Promise<IdList>;
  find(query: string, limit: number, reach: MemberReach): Promise<BestHits>;
  withSymbol(symbol: string): Promise<IdList>;
  /** Study items whose words and files hold all words of the query. */
  findStudy(query: string): Promise<IdList>;
  /** Tells that texts of files were put into the store. */
  textsChanged(): void;
  close(): void;
}
