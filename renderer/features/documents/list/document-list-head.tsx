import { useState, type ReactNode } from 'react';
import type { DocumentFacet, DocumentFilter } from '#renderer/data/documents/document-list.ts';
import type { DocumentList } from '#renderer/data/documents/use-documents.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { ListHead } from '#renderer/ui/list-head.tsx';
import { useDocumentsView } from '../documents-view-store.ts';
import { DocumentFilterDrawer } from './document-filter-drawer.tsx';

/** Chips that are always there; the others appear when they hold something or are chosen. */
const always: readonly DocumentFacet[] = ['all', 'awaiting-directive', 'in-progress', 'overdue'];
const sometimes: readonly DocumentFacet[] = ['not-at-province', 'unnumbered'];

/** Name of the book, how much it holds, and the ways to narrow it. */
export function DocumentListHead({ list }: { readonly list: DocumentList | undefined }): ReactNode {
  const { filter, setFilter } = useDocumentsView();
  const [drawer, setDrawer] = useState(false);
  const counts = list?.counts;
  const facets = [...always, ...sometimes.filter((facet) => filter.facet === facet || (counts?.[facet] ?? 0) > 0)];
  const conditions = countConditions(filter);
  const waiting = counts === undefined ? 0 : counts['awaiting-directive'] + counts['in-progress'];
  return (
    <>
      <ListHead
        title={text.title}
        subtitle={counts && text.summary(counts.all, filter.year, waiting)}
        quick={{
          label: text.quickFilter,
          hint: text.quickFilterHint,
          value: filter.query,
          onChange: (query) => setFilter({ query }),
        }}
        chips={{
          label: text.filters,
          options: facets.map((facet) => ({
            id: facet,
            label: text.facets[facet],
            count: facet === 'all' ? undefined : counts?.[facet],
          })),
          value: filter.facet,
          onChange: (facet) => setFilter({ facet }),
        }}
        more={{
          label: conditions === 0 ? text.columnsAndFilters : text.columnsAndFiltersOn(conditions),
          onOpen: () => setDrawer(true),
        }}
      />
      <DocumentFilterDrawer opened={drawer} onClose={() => setDrawer(false)} />
    </>
  );
}

function countConditions({
  book,
  year,
  typeId,
  urgency,
  unitId,
  channel,
  issuer,
  receivedFrom,
  receivedTo,
}: DocumentFilter): number {
  const single = [year, typeId, urgency, unitId, channel, issuer, receivedFrom, receivedTo].filter(
    (value) => value !== null,
  ).length;
  return single + (book === 'all' ? 0 : 1);
}
