import { IconInbox, IconSearchOff } from '@tabler/icons-react';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { DocumentSort } from '#renderer/data/documents/document-list.ts';
import { useDocumentRows, type DocumentList } from '#renderer/data/documents/use-documents.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useStanding } from '#renderer/data/receipts/use-receipts.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { documentsText as text } from '#renderer/messages/documents.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import cells from '#renderer/ui/table-cells.module.css';
import { useNarrow } from '#renderer/ui/use-narrow.ts';
import { VirtualTable } from '#renderer/ui/virtual-table.tsx';
import { useDocumentsView } from '../documents-view-store.ts';
import { documentColumns } from './document-columns.tsx';

/** The papers of the register under the present conditions; of 60,000 rows only those in view are read. */
export function DocumentTable({
  list,
  selectedId,
}: {
  readonly list: DocumentList;
  readonly selectedId: string | undefined;
}): ReactNode {
  const navigate = useNavigate();
  const { filter, setFilter, hidden } = useDocumentsView();
  const [view, setView] = useState({ from: 0, to: 30 });
  const onWindow = useCallback((from: number, to: number) => setView({ from, to }), []);
  const ids = useMemo(() => list.ids.slice(view.from, view.to), [list.ids, view]);
  const rows = useDocumentRows(ids);
  const names = useRecordNames();
  const today = useToday();
  const { ref, isNarrow } = useNarrow();
  const standing = useStanding();
  const columns = useMemo(() => documentColumns(today, names, isNarrow, standing), [today, names, isNarrow, standing]);
  const selectedIndex = useMemo(
    () => (selectedId === undefined ? -1 : list.ids.indexOf(selectedId)),
    [list.ids, selectedId],
  );
  const isNarrowed = list.ids.length === 0 && (list.counts.all > 0 || filter.query !== '');
  return (
    <div ref={ref} className={cells.room}>
      <VirtualTable
        label={text.list}
        count={list.ids.length}
        keyAt={(index) => list.ids.at(index)}
        rowOf={(id) => rows.get(id)}
        columns={columns}
        hidden={isNarrow ? [...hidden, 'received'] : hidden}
        rowHeight={4.25}
        selectedIndex={selectedIndex}
        onSelect={(id) => navigate(routes.document(id), { replace: true })}
        onOpen={(id) => navigate(routes.documentEdit(id))}
        sort={filter.sort}
        onSort={({ by, descending }) => setFilter({ sort: { by: by as DocumentSort['by'], descending } })}
        onWindow={onWindow}
        emptyState={
          isNarrowed ? (
            <EmptyState icon={IconSearchOff} title={text.emptyFilterTitle}>
              {text.emptyFilterText}
            </EmptyState>
          ) : (
            <EmptyState icon={IconInbox} title={text.emptyTitle}>
              {text.emptyText}
            </EmptyState>
          )
        }
      />
    </div>
  );
}
