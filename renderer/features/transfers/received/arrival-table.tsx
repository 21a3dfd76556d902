import { IconUserDown } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { TransferRules } from '#shared/domain/transfer/transfer-deadlines.ts';
import type { MemberArrivalRow } from '#renderer/data/rows.ts';
import { transfersText as text } from '#renderer/messages/transfers.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { VirtualTable, type VirtualColumn } from '#renderer/ui/virtual-table.tsx';
import classes from '../transfers.module.css';
import { ArrivalChips } from './arrival-chips.tsx';

type ArrivalTableProps = {
  readonly shown: readonly MemberArrivalRow[];
  readonly selectedId: string | undefined;
  readonly today: PlainDate;
  readonly rules: TransferRules;
};

const newestFirst = { by: 'from', descending: true };

/** Who comes from where, and what waits for an answer. */
export function ArrivalTable({ shown, selectedId, today, rules }: ArrivalTableProps): ReactNode {
  const navigate = useNavigate();
  const columns = useMemo(
    (): readonly VirtualColumn<MemberArrivalRow>[] => [
      {
        id: 'person',
        header: text.columns.person,
        width: 'minmax(9rem, 3fr)',
        cell: ({ personName, toUnitName }) => (
          <>
            <span className={classes.strong}>{personName}</span>
            <span className={classes.second}>{toUnitName}</span>
          </>
        ),
      },
      {
        id: 'from',
        header: text.columns.from,
        width: 'minmax(9rem, 3fr)',
        cell: ({ fromName, arrivedAt }) => (
          <>
            <span className={classes.strong}>{fromName}</span>
            <span className={classes.second}>{formatWhen(arrivedAt, today)}</span>
          </>
        ),
      },
      {
        id: 'state',
        header: text.columns.state,
        width: 'minmax(9rem, 3fr)',
        cell: (arrival) => (
          <div className={classes.chips}>
            <ArrivalChips arrival={arrival} today={today} rules={rules} />
          </div>
        ),
      },
    ],
    [today, rules],
  );
  return (
    <div className={classes.table}>
      <VirtualTable
        label={text.inList}
        count={shown.length}
        keyAt={(index) => shown[index]?.id}
        rowOf={(id) => shown.find((row) => row.id === id)}
        columns={columns}
        rowHeight={4.25}
        selectedIndex={shown.findIndex(({ id }) => id === selectedId)}
        onSelect={(id) => navigate(routes.transfer(id), { replace: true })}
        sort={newestFirst}
        onSort={() => undefined}
        onWindow={() => undefined}
        emptyState={
          <EmptyState icon={IconUserDown} title={text.emptyIn.title}>
            {text.emptyIn.text}
          </EmptyState>
        }
      />
    </div>
  );
}
