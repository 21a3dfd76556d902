import { useEffect, useState } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Book } from '#shared/domain/document/document-record.ts';
import { useOffice } from '../office-context.tsx';
import type { AttachmentRow, DirectiveRow, DocumentRow } from '../rows.ts';
import type { DocumentList } from '../search/search-port.ts';
import { useLive, useRowsById, useWatched } from '../use-live.ts';
import { useToday } from '../use-today.ts';
import type { DocumentFilter } from './document-list.ts';
import { findDuplicates, type DuplicateQuestion } from './find-duplicates.ts';
import { readLease, type Lease } from './lease.ts';
import { nextArrivalNumber } from './register-document.ts';

export {
  allDocuments,
  type DocumentCounts,
  type DocumentFacet,
  type DocumentFilter,
  type DocumentSort,
} from './document-list.ts';
export type { DocumentList } from '../search/search-port.ts';
export type { Lease } from './lease.ts';

/** Documents under a filter, as ids in order, with counts for the chips; undefined while the index is being built. */
export function useDocumentList(filter: DocumentFilter): DocumentList | undefined {
  const today = useToday();
  return useWatched<DocumentList>(`${today} ${JSON.stringify(filter)}`, (office, listener) =>
    office.search.watchDocuments(filter, today, listener),
  );
}

/** Rows of the visible window, live. */
export function useDocumentRows(ids: readonly string[]): ReadonlyMap<string, DocumentRow> {
  return useRowsById<DocumentRow>('documents', ids);
}

/** One document; null when there is none, undefined while loading. */
export function useDocument(id: string | undefined): DocumentRow | null | undefined {
  return useLive<DocumentRow | null>(
    async ({ db }) => (id === undefined ? null : ((await db.documents.get(id)) ?? null)),
    [id],
  );
}

/** Directives on a document, oldest first. */
export function useDirectives(documentId: string): readonly DirectiveRow[] | undefined {
  return useLive(
    async ({ db }) => {
      const rows = await db.directives.where('documentId').equals(documentId).toArray();
      return rows.filter(({ removed }) => !removed).sort((a, b) => (a.givenAt < b.givenAt ? -1 : 1));
    },
    [documentId],
  );
}

/** Files of a document, in the order they were added. */
export function useAttachments(documentId: string): readonly AttachmentRow[] | undefined {
  return useLive(
    async ({ db }) => {
      const rows = await db.attachments.where('documentId').equals(documentId).toArray();
      return rows
        .filter(({ removed }) => !removed)
        .sort((a, b) => (a.addedAt < b.addedAt || (a.addedAt === b.addedAt && a.id < b.id) ? -1 : 1));
    },
    [documentId],
  );
}

/** The number the next paper will get: given here, or at sync by the PC that holds the book (null: nobody holds it yet). */
export type NextNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'at-sync'; readonly holder: string | null };

/** The number the next paper of this book and day will get, live. */
export function useNextNumber(book: Book, receivedOn: PlainDate): NextNumber | undefined {
  return useLive<NextNumber>(
    async (office) => {
      const value = await nextArrivalNumber(office, book, receivedOn);
      if (value !== null || book === 'incoming-secret') return { kind: 'number', value: value ?? 1 };
      return { kind: 'at-sync', holder: (await readLease(office, book)).holderName };
    },
    [book, receivedOn],
  );
}

/** Who gives the arrival numbers, live. */
export function useLease(): Lease | undefined {
  return useLive((office) => readLease(office), []);
}

/** Papers that may be the one being registered; empty while nothing is known. Asked a moment after the last key. */
export function useDuplicates({ symbol, issuedOn, issuer, exceptId }: DuplicateQuestion): readonly DocumentRow[] {
  const office = useOffice();
  const [found, setFound] = useState<readonly DocumentRow[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      const question = { symbol, issuedOn, issuer, ...(exceptId === undefined ? {} : { exceptId }) };
      void findDuplicates(office, question).then((rows) => {
        if (isCurrent) setFound(rows);
      });
    }, 200);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [office, symbol, issuedOn, issuer, exceptId]);
  return found;
}

/** Issuers of earlier papers, most used first, to suggest while typing; undefined while loading. */
export function useIssuers(): readonly string[] | undefined {
  const office = useOffice();
  const [issuers, setIssuers] = useState<readonly string[]>();
  useEffect(() => {
    let isCurrent = true;
    void office.search.issuers(500).then((found) => {
      if (isCurrent) setIssuers(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [office]);
  return issuers;
}
