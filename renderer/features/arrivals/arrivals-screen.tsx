import { IconMailOpened } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useArrivals } from '#renderer/data/exchange/use-exchange.ts';
import { arrivalsText as text } from '#renderer/messages/exchange.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { ScreenSplit } from '#renderer/ui/screen-split.tsx';
import { arrivalFacets, isUnder, type ArrivalFacet } from './arrival-facet.ts';
import { EdxmlImportButton } from './edxml-import/edxml-import-button.tsx';
import { ArrivalDetail } from './detail/arrival-detail.tsx';
import { ArrivalTable } from './list/arrival-table.tsx';

/** The queue of what came over the exchange, and the chosen paper beside it. */
export function ArrivalsScreen({ selectedId }: { readonly selectedId: string | undefined }): ReactNode {
  const arrivals = useArrivals();
  const [facet, setFacet] = useState<ArrivalFacet>('waiting');
  useHelp(text.help);
  if (arrivals === undefined) return null;
  const countOf = (each: ArrivalFacet): number => arrivals.filter((row) => isUnder(row, each)).length;
  const shown = arrivals.filter((row) => isUnder(row, facet));
  // A paper just entered leaves the queue, but not the eye.
  const selected = arrivals.find(({ id }) => id === selectedId) ?? (selectedId === undefined ? shown[0] : undefined);
  return (
    <ScreenSplit
      detailWidth="34rem"
      list={
        <>
          <PageHeader title={text.title} subtitle={text.summary(countOf('waiting'))} after={<EdxmlImportButton />} />
          <FilterChips
            label={text.filters}
            options={arrivalFacets.map((id) => ({
              id,
              label: text.facets[id],
              count: id === 'all' ? undefined : countOf(id),
            }))}
            value={facet}
            onChange={setFacet}
          />
          <ArrivalTable arrivals={shown} selectedId={selected?.id} />
        </>
      }
      detail={
        selected === undefined ? (
          <EmptyState icon={IconMailOpened} title={selectedId === undefined ? text.chooseTitle : text.goneTitle}>
            {selectedId === undefined ? text.chooseText : text.goneText}
          </EmptyState>
        ) : (
          <ArrivalDetail key={selected.id} arrival={selected} all={arrivals} />
        )
      }
    />
  );
}
