import { IconMailOpened } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { useFilesHere } from '#renderer/data/exchange/use-exchange.ts';
import type { ArrivalRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { arrivalsText as text } from '#renderer/messages/exchange.ts';
import { BreakableCode } from '#renderer/ui/breakable-code.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import cells from '#renderer/ui/table-cells.module.css';
import { VirtualTable, type VirtualColumn } from '#renderer/ui/virtual-table.tsx';
import { ArrivalChips } from '../arrival-chips.tsx';
import classes from './arrival-table.module.css';

type ArrivalTableProps = { readonly arrivals: readonly ArrivalRow[]; readonly selectedId: string | undefined };

const newestFirst = { by: 'sent', descending: true };

/** Who sent what, and whether its files have come. */
export function ArrivalTable({ arrivals, selectedId }: ArrivalTableProps): ReactNode {
  const navigate = useNavigate();
  const today = useToday();
  const [view, setView] = useState({ from: 0, to: 30 });
  const inView = arrivals.slice(view.from, view.to);
  const here = useFilesHere(inView.flatMap(({ files }) => files.map(({ hash }) => hash)));
  const columns = useMemo(
    (): readonly VirtualColumn<ArrivalRow>[] => [
      {
        id: 'from',
        header: text.columns.from,
        width: 'minmax(8rem, 2fr)',
        cell: (row) => (
          <>
            <span className={cells.name}>{row.fromName}</span>
            <span className={cells.second}>{formatWhen(row.sentAt, today)}</span>
          </>
        ),
      },
      {
        id: 'paper',
        header: text.columns.paper,
        width: 'minmax(10rem, 4fr)',
        cell: ({ letter }) => (
          <>
            <span className={cells.name}>
              <BreakableCode>
                {text.symbolLine(
                  letter.symbol === '' ? text.noSymbol : letter.symbol,
                  letter.issuedOn === null ? null : formatDate(letter.issuedOn),
                )}
              </BreakableCode>
            </span>
            <span className={cells.twoLines}>{letter.abstract === '' ? text.noAbstract : letter.abstract}</span>
          </>
        ),
      },
      {
        id: 'state',
        header: text.columns.state,
        width: '9rem',
        cell: (row) => (
          <div className={classes.chips}>
            <ArrivalChips arrival={row} />
            <FilesChip row={row} here={here} />
          </div>
        ),
      },
    ],
    [today, here],
  );
  return (
    <div className={cells.room}>
      <VirtualTable
        label={text.list}
        count={arrivals.length}
        keyAt={(index) => arrivals[index]?.id}
        rowOf={(id) => arrivals.find((row) => row.id === id)}
        columns={columns}
        rowHeight={4.75}
        selectedIndex={arrivals.findIndex(({ id }) => id === selectedId)}
        onSelect={(id) => navigate(routes.arrival(id), { replace: true })}
        sort={newestFirst}
        onSort={() => undefined}
        onWindow={(from, to) => {
          if (from !== view.from || to !== view.to) setView({ from, to });
        }}
        emptyState={
          <EmptyState icon={IconMailOpened} title={text.emptyTitle}>
            {text.emptyText}
          </EmptyState>
        }
      />
    </div>
  );
}

function FilesChip({
  row,
  here,
}: {
  readonly row: ArrivalRow;
  readonly here: ReadonlySet<string> | undefined;
}): ReactNode {
  if (row.files.length === 0) return <StatusChip tone="neutral">{text.noFiles}</StatusChip>;
  if (here === undefined || row.files.every(({ hash }) => here.has(hash))) return null;
  return <StatusChip tone="amber">{text.filesComing}</StatusChip>;
}
