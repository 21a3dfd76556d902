import { useState, type ReactNode } from 'react';
import type { OutgoingFacet, OutgoingFilter } from '#renderer/data/outgoing/outgoing-list.ts';
import type { OutgoingList } from '#renderer/data/search/search-port.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { ListHead } from '#renderer/ui/list-head.tsx';
import { useOutgoingView } from '../outgoing-view-store.ts';
import { OutgoingFilterDrawer } from './outgoing-filter-drawer.tsx';

/** Chips that are always there; the others appear when they hold something or are chosen. */
const always: readonly OutgoingFacet[] = ['all', 'for-me', 'drafting', 'approved', 'issued'];
const sometimes: readonly OutgoingFacet[] = ['awaiting-number', 'withdrawn', 'not-at-province'];

/** Name of the book, how much it holds, and the ways to narrow it. */
export function OutgoingListHead({ list }: { readonly list: OutgoingList | undefined }): ReactNode {
  const { filter, setFilter } = useOutgoingView();
  const [drawer, setDrawer] = useState(false);
  const counts = list?.counts;
  const facets = [...always, ...sometimes.filter((facet) => filter.facet === facet || (counts?.[facet] ?? 0) > 0)];
  const conditions = countConditions(filter);
  return (
    <>
      <ListHead
        title={text.title}
        subtitle={counts && text.summary(counts.all, filter.year, counts.drafting)}
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
          label: conditions === 0 ? text.conditions : text.conditionsOn(conditions),
          onOpen: () => setDrawer(true),
        }}
      />
      <OutgoingFilterDrawer opened={drawer} onClose={() => setDrawer(false)} />
    </>
  );
}

function countConditions({ registerId, typeId, year, regime }: OutgoingFilter): number {
  return [registerId, typeId, year, regime].filter((value) => value !== null).length;
}
