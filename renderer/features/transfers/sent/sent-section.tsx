import { IconUserShare } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { transfersText as text } from '#renderer/messages/transfers.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { ScreenSplit } from '#renderer/ui/screen-split.tsx';
import { SentDetail } from './sent-detail.tsx';
import { isUnderFacet, sentFacets, type SentFacet } from './sent-standing.ts';
import { SentTable } from './sent-table.tsx';
import type { SentList, SentView } from './sent-view.ts';

type SentSectionProps = { readonly list: SentList; readonly selectedId: string | undefined };

/** Members who leave this office, and the chosen transfer beside them. */
export function SentSection({ list, selectedId }: SentSectionProps): ReactNode {
  const [facet, setFacet] = useState<SentFacet>('open');
  const isUnder = (each: SentFacet, { standing, deadlines }: SentView): boolean =>
    isUnderFacet(each, standing, deadlines, list.today);
  const shown = list.transfers.filter((view) => isUnder(facet, view));
  // What was just settled leaves the facet, but not the eye.
  const selected =
    list.transfers.find(({ transfer }) => transfer.id === selectedId) ??
    (selectedId === undefined ? shown[0] : undefined);
  return (
    <ScreenSplit
      detailWidth="31rem"
      list={
        <>
          <FilterChips
            label={text.filters}
            options={sentFacets.map((id) => ({
              id,
              label: text.outFacets[id],
              count: id === 'all' ? undefined : list.transfers.filter((view) => isUnder(id, view)).length,
            }))}
            value={facet}
            onChange={setFacet}
          />
          <SentTable list={list} shown={shown} selectedId={selected?.transfer.id} />
        </>
      }
      detail={
        selected === undefined ? (
          <EmptyState icon={IconUserShare} title={text.chooseOut.title}>
            {text.chooseOut.text}
          </EmptyState>
        ) : (
          <SentDetail key={selected.transfer.id} view={selected} list={list} />
        )
      }
    />
  );
}
