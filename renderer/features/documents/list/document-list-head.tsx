import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconFilter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { DocumentFacet, DocumentFilter } from '#renderer/data/documents/document-list.ts';
import type { DocumentList } from '#renderer/data/documents/use-documents.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { useDocumentsView } from '../documents-view-store.ts';
import classes from './document-list.module.css';
import { FilterDrawer } from './filter-drawer.tsx';

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
      <div className={classes.head}>
        <PageHeader
          title={text.title}
          {...(counts === undefined ? {} : { subtitle: text.summary(counts.all, filter.year, waiting) })}
        />
        <TextInput
          size="xs"
          className={classes.quick ?? ''}
          aria-label={text.quickFilter}
          placeholder={text.quickFilterHint}
          value={filter.query}
          onChange={(event) => setFilter({ query: event.currentTarget.value })}
          leftSection={<IconFilter size="1rem" stroke={1.6} aria-hidden />}
          rightSection={
            filter.query !== '' && (
              <CloseButton size="sm" aria-label={text.clearFilter} onClick={() => setFilter({ query: '' })} />
            )
          }
        />
      </div>
      <FilterChips
        label={text.filters}
        options={facets.map((facet) => ({
          id: facet,
          label: text.facets[facet],
          count: facet === 'all' ? undefined : counts?.[facet],
        }))}
        value={filter.facet}
        onChange={(facet) => setFilter({ facet })}
        after={
          <Button
            variant="default"
            size="compact-sm"
            radius="xl"
            className={classes.filterButton ?? ''}
            leftSection={<IconAdjustmentsHorizontal size="1rem" stroke={1.6} aria-hidden />}
            onClick={() => setDrawer(true)}
          >
            {conditions === 0 ? text.columnsAndFilters : text.columnsAndFiltersOn(conditions)}
          </Button>
        }
      />
      <FilterDrawer opened={drawer} onClose={() => setDrawer(false)} />
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
