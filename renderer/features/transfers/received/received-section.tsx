import { IconUserDown } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { defaultTransferRules } from '#shared/domain/transfer/transfer-deadlines.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { MemberArrivalRow } from '#renderer/data/rows.ts';
import { useTransferRules } from '#renderer/data/transfers/use-transfers.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { byPaperText } from '#renderer/messages/member-arrivals.ts';
import { transfersText as text } from '#renderer/messages/transfers.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { ScreenSplit } from '#renderer/ui/screen-split.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { ArrivalDetail } from './arrival-detail.tsx';
import { ArrivalTable } from './arrival-table.tsx';
import { arrivingFacets, isArrivingUnder, type ArrivingFacet } from './arriving-standing.ts';
import { ByPaperDialog } from './by-paper-dialog.tsx';

type ReceivedSectionProps = {
  readonly arrivals: readonly MemberArrivalRow[];
  readonly selectedId: string | undefined;
};

/** Members who come to this office, and the chosen one beside them. */
export function ReceivedSection({ arrivals, selectedId }: ReceivedSectionProps): ReactNode {
  const today = useToday();
  const rules = useTransferRules() ?? defaultTransferRules;
  const { may } = useMay('transfer.answer');
  const [facet, setFacet] = useState<ArrivingFacet>('waiting');
  const [isByPaper, setByPaper] = useState(false);
  const shown = arrivals.filter((row) => isArrivingUnder(facet, row, today));
  // What was just answered leaves the facet, but not the eye.
  const selected = arrivals.find(({ id }) => id === selectedId) ?? (selectedId === undefined ? shown[0] : undefined);
  return (
    <>
      <ScreenSplit
        detailWidth="33rem"
        list={
          <>
            <FilterChips
              label={text.filters}
              options={arrivingFacets.map((id) => ({
                id,
                label: text.inFacets[id],
                count: id === 'all' ? undefined : arrivals.filter((row) => isArrivingUnder(id, row, today)).length,
              }))}
              value={facet}
              onChange={setFacet}
              after={
                may && (
                  <WriteButton variant="light" size="xs" onClick={() => setByPaper(true)}>
                    {byPaperText.action}
                  </WriteButton>
                )
              }
            />
            <ArrivalTable shown={shown} selectedId={selected?.id} today={today} rules={rules} />
          </>
        }
        detail={
          selected === undefined ? (
            <EmptyState icon={IconUserDown} title={text.chooseIn.title}>
              {text.chooseIn.text}
            </EmptyState>
          ) : (
            <ArrivalDetail key={selected.id} arrival={selected} />
          )
        }
      />
      {isByPaper && <ByPaperDialog onClose={() => setByPaper(false)} />}
    </>
  );
}
