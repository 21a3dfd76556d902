import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconFilter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { OutgoingFacet, OutgoingFilter } from '#renderer/data/outgoing/outgoing-list.ts';
import type { OutgoingList } from '#renderer/data/search/search-port.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { useOutgoingView } from '../outgoing-view-store.ts';
import { OutgoingFilterDrawer } from './outgoing-filter-drawer.tsx';
import classes from './outgoing-list.module.css';

/** Chips that are always there; the others appear when they hold something or are chosen. */
const always: readonly OutgoingFacet[] = ['all', 'for-me', 'drafting', 'approved', 'issued'];
const sometimes: readonly OutgoingFacet[] = ['awaiting-number', 'withdrawn'];

/** Name of the book, how much it holds, and the ways to narrow it. */
export function OutgoingListHead({ list }: { readonly list: OutgoingList | undefined }): ReactNode {
  const { filter, setFilter } = useOutgoingView();
  const [drawer, setDrawer] = useState(false);
  const counts = list?.counts;
  const facets = [...always, ...sometimes.filter((facet) => filter.facet === facet || (counts?.[facet] ?? 0) > 0)];
  const conditions = countConditions(filter);
  return (
    <>
      <div className={classes.head}>
        <PageHeader
          title={text.title}
          {...(counts === undefined ? {} : { subtitle: text.summary(counts.all, filter.year, counts.drafting) })}
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
            {conditions === 0 ? text.conditions : text.conditionsOn(conditions)}
          </Button>
        }
      />
      <OutgoingFilterDrawer opened={drawer} onClose={() => setDrawer(false)} />
    </>
  );
}

function countConditions({ registerId, typeId, year, regime }: OutgoingFilter): number {
  return [registerId, typeId, year, regime].filter((value) => value !== null).length;
}
