import { IconSearchOff, IconSend } from '@tabler/icons-react';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { OutgoingSort } from '#renderer/data/outgoing/outgoing-list.ts';
import { useOutgoingRows } from '#renderer/data/outgoing/use-outgoings.ts';
import type { OutgoingList } from '#renderer/data/search/search-port.ts';
import { useStanding } from '#renderer/data/receipts/use-receipts.ts';
import { outgoingText as text } from '#renderer/messages/outgoing.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import cells from '#renderer/ui/table-cells.module.css';
import { useNarrow } from '#renderer/ui/use-narrow.ts';
import { VirtualTable } from '#renderer/ui/virtual-table.tsx';
import { useOutgoingView } from '../outgoing-view-store.ts';
import { outgoingColumns } from './outgoing-columns.tsx';

/** The outgoing papers under the present conditions; of 60,000 rows only those in view are read. */
export function OutgoingTable({
  list,
  selectedId,
}: {
  readonly list: OutgoingList;
  readonly selectedId: string | undefined;
}): ReactNode {
  const navigate = useNavigate();
  const { filter, setFilter } = useOutgoingView();
  const [view, setView] = useState({ from: 0, to: 30 });
  const onWindow = useCallback((from: number, to: number) => setView({ from, to }), []);
  const ids = useMemo(() => list.ids.slice(view.from, view.to), [list.ids, view]);
  const rows = useOutgoingRows(ids);
  const { ref, isNarrow } = useNarrow();
  const standing = useStanding();
  const columns = useMemo(() => outgoingColumns(isNarrow, standing), [isNarrow, standing]);
  const isNarrowed = list.ids.length === 0 && (list.counts.all > 0 || filter.query !== '');
  return (
    <div ref={ref} className={cells.room}>
      <VirtualTable
        label={text.list}
        count={list.ids.length}
        keyAt={(index) => list.ids.at(index)}
        rowOf={(id) => rows.get(id)}
        columns={columns}
        hidden={isNarrow ? ['signer'] : []}
        rowHeight={4.25}
        selectedIndex={selectedId === undefined ? -1 : list.ids.indexOf(selectedId)}
        onSelect={(id) => navigate(routes.outgoingPaper(id), { replace: true })}
        onOpen={(id) => navigate(routes.outgoingWrite(id))}
        sort={filter.sort}
        onSort={({ by, descending }) => setFilter({ sort: { by: by as OutgoingSort['by'], descending } })}
        onWindow={onWindow}
        emptyState={
          isNarrowed ? (
            <EmptyState icon={IconSearchOff} title={text.emptyFilterTitle}>
              {text.emptyFilterText}
            </EmptyState>
          ) : (
            <EmptyState icon={IconSend} title={text.emptyTitle}>
              {text.emptyText}
            </EmptyState>
          )
        }
      />
    </div>
  );
}
