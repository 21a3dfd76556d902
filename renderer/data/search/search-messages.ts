import type { PlainDate } from '#shared/base/plain-date.ts';
import type { DocumentCounts, DocumentFilter } from '../documents/document-list.ts';
import type { PersonFacts } from '#shared/domain/member/likely-same.ts';
import type { MemberAsk, MemberReach } from '../members/member-list.ts';
import type { RowKey } from '../encryption/row-cipher.ts';
import type { RowChange } from '../rows.ts';
import type { OutgoingFilter } from '../outgoing/outgoing-list.ts';
import type { DocumentListing } from './document-index.ts';
import type { MemberListing, UnitCount } from './member-index.ts';
import type { OutgoingListing } from './outgoing-index.ts';

/** Id lists cross as blocks of bytes (see `id-list.ts`). */
export type PackedIds = Uint8Array<ArrayBuffer>;

/** What can be watched. */
export type Watched =
  | { readonly kind: 'documents'; readonly filter: DocumentFilter; readonly today: PlainDate }
  | { readonly kind: 'members'; readonly ask: MemberAsk }
  /** `actor`: for whom the papers that wait are counted. */
  | { readonly kind: 'outgoings'; readonly filter: OutgoingFilter; readonly actor: string }
  | { readonly kind: 'unit-counts' }
  | { readonly kind: 'today'; readonly staffId: string | null; readonly today: PlainDate };

/** What a watcher is told. */
export type Shown =
  | ({ readonly kind: 'documents' } & DocumentListing)
  | ({ readonly kind: 'members' } & MemberListing)
  | ({ readonly kind: 'outgoings' } & OutgoingListing)
  | { readonly kind: 'unit-counts'; readonly counts: ReadonlyMap<string, UnitCount> }
  | {
      readonly kind: 'today';
      readonly counts: DocumentCounts;
      readonly dueSoon: PackedIds;
      readonly mine: PackedIds;
      readonly arrivals: ReadonlyMap<number, number>;
      readonly probationary: PackedIds;
    };

/** A single question. */
export type Question =
  | { readonly kind: 'list'; readonly filter: DocumentFilter; readonly today: PlainDate }
  | { readonly kind: 'outgoing-list'; readonly filter: OutgoingFilter }
  | { readonly kind: 'issuers'; readonly limit: number }
  /** `reach`: whose members may be found, and by what. */
  | { readonly kind: 'best'; readonly query: string; readonly limit: number; readonly reach: MemberReach }
  | { readonly kind: 'member-list'; readonly ask: MemberAsk }
  | { readonly kind: 'member-twins'; readonly person: PersonFacts; readonly ownId: string | null }
  | { readonly kind: 'study'; readonly query: string }
  | { readonly kind: 'with-symbol'; readonly symbol: string };

/** Messages to the index. */
export type ToIndex =
  | { readonly kind: 'open'; readonly databaseName: string; readonly rowKeys: readonly RowKey[] }
  | { readonly kind: 'keys'; readonly rowKeys: readonly RowKey[] }
  | { readonly kind: 'rebuild' }
  /** Texts of files were taken out and lie in the store. */
  | { readonly kind: 'texts' }
  | { readonly kind: 'changed'; readonly changes: readonly RowChange[] }
  /** Records with a file that is only here. */
  | { readonly kind: 'owing'; readonly ids: readonly string[] }
  | { readonly kind: 'watch'; readonly watchId: number; readonly watched: Watched }
  | { readonly kind: 'unwatch'; readonly watchId: number }
  | { readonly kind: 'ask'; readonly askId: number; readonly question: Question };

/** Messages from the index. `answer` carries packed ids (documents, members, outgoing papers) or texts, as the question asks. */
export type FromIndex =
  /** A row of this table could not be read. */
  | { readonly kind: 'damaged'; readonly table: string }
  | { readonly kind: 'shown'; readonly watchId: number; readonly shown: Shown }
  | {
      readonly kind: 'answer';
      readonly askId: number;
      readonly ids: readonly PackedIds[];
      readonly texts: readonly string[];
    };
