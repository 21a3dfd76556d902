import { IconUserShare } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { transfersText as text } from '#renderer/messages/transfers.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { VirtualTable, type VirtualColumn } from '#renderer/ui/virtual-table.tsx';
import classes from '../transfers.module.css';
import { DeadlineChips, SentChips } from './sent-chips.tsx';
import type { SentList, SentView } from './sent-view.ts';

type SentTableProps = {
  readonly list: SentList;
  readonly shown: readonly SentView[];
  readonly selectedId: string | undefined;
};

const newestFirst = { by: 'state', descending: true };

/** Who goes where, how far it has come, and what is due. */
export function SentTable({ list, shown, selectedId }: SentTableProps): ReactNode {
  const navigate = useNavigate();
  const names = useRecordNames();
  const columns = useMemo(
    (): readonly VirtualColumn<SentView>[] => [
      {
        id: 'person',
        header: text.columns.person,
        width: 'minmax(9rem, 3fr)',
        cell: ({ member, transfer }) => (
          <>
            <span className={classes.strong}>{member?.name.full ?? text.unknownMember}</span>
            <span className={classes.second}>
              {transfer.fromUnitId === null ? '' : (names.unit(transfer.fromUnitId) ?? '')}
            </span>
          </>
        ),
      },
      {
        id: 'to',
        header: text.columns.to,
        width: 'minmax(9rem, 3fr)',
        cell: ({ transfer }) => (
          <>
            <span className={classes.strong}>{transfer.recipientName}</span>
            <span className={classes.second}>{transfer.toUnitName}</span>
          </>
        ),
      },
      {
        id: 'state',
        header: text.columns.state,
        width: 'minmax(9rem, 3fr)',
        cell: (view) => (
          <div className={classes.chips}>
            <SentChips view={view} />
            <DeadlineChips view={view} list={list} />
          </div>
        ),
      },
    ],
    [names, list],
  );
  return (
    <div className={classes.table}>
      <VirtualTable
        label={text.outList}
        count={shown.length}
        keyAt={(index) => shown[index]?.transfer.id}
        rowOf={(id) => shown.find(({ transfer }) => transfer.id === id)}
        columns={columns}
        rowHeight={4.25}
        selectedIndex={shown.findIndex(({ transfer }) => transfer.id === selectedId)}
        onSelect={(id) => navigate(routes.transfer(id), { replace: true })}
        sort={newestFirst}
        onSort={() => undefined}
        onWindow={() => undefined}
        emptyState={
          <EmptyState icon={IconUserShare} title={text.emptyOut.title}>
            {text.emptyOut.text}
          </EmptyState>
        }
      />
    </div>
  );
}
