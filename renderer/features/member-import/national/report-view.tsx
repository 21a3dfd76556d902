import { Button, Group } from '@mantine/core';
import { IconEqual } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { ReportLine } from '#shared/domain/reconcile/reconcile.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { reconcileText as text } from '#renderer/messages/reconcile.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { VirtualTable, type VirtualColumn } from '#renderer/ui/virtual-table.tsx';
import classes from '../member-import.module.css';
import { aboutWords, sideWords } from './line-words.ts';
import { PersonSide } from './person-side.tsx';
import { canTake, choose, isShown, useReport, type ReportFilter } from './report.ts';

const filters = [
  ...(['differs', 'ask', 'there', 'here', 'gone', 'fault', 'lacks', 'proposed', 'kept', 'answered'] as const),
] satisfies readonly ReportFilter[];

/** Every line of the report under a filter, and the chosen person beside it, side by side. */
export function ReportView({ lines }: { readonly lines: readonly ReportLine[] }): ReactNode {
  const office = useOffice();
  const names = useRecordNames();
  const chosenKeys = useReport(({ chosen }) => chosen);
  const [wanted, setFilter] = useState<ReportFilter>('differs');
  const [at, setAt] = useState(0);
  const counts = useMemo(
    () => new Map(filters.map((filter) => [filter, lines.filter((line) => isShown(line, filter)).length])),
    [lines],
  );
  const filter =
    (counts.get(wanted) ?? 0) > 0 ? wanted : (filters.find((each) => (counts.get(each) ?? 0) > 0) ?? wanted);
  const shown = useMemo(() => lines.filter((line) => isShown(line, filter)), [lines, filter]);
  const columns = useMemo(
    (): readonly VirtualColumn<ReportLine>[] => [
      {
        id: 'name',
        header: text.columns.name,
        width: 'minmax(6.5rem, 1fr)',
        cell: ({ key, name }) => (
          <>
            {name} {chosenKeys.has(key) && <StatusChip tone="green">{text.chosen}</StatusChip>}
          </>
        ),
      },
      { id: 'field', header: text.columns.field, width: 'minmax(5.5rem, 0.8fr)', cell: aboutWords },
      {
        id: 'ours',
        header: text.columns.ours,
        width: 'minmax(7.5rem, 1fr)',
        cell: (line) => sideWords(line, 'ours', names),
      },
      {
        id: 'theirs',
        header: text.columns.theirs,
        width: 'minmax(7.5rem, 1fr)',
        cell: (line) => sideWords(line, 'theirs', names),
      },
    ],
    [names, chosenKeys],
  );
  const index = Math.min(at, shown.length - 1);
  const line = shown[index];
  const takeable = shown.filter((each) => canTake(each) && !chosenKeys.has(each.key));
  return (
    <div className={classes.rows}>
      <div className={classes.list}>
        <FilterChips
          label={text.groups.label}
          options={filters
            .map((id) => ({ id, label: text.groups[id], count: counts.get(id) ?? 0 }))
            .filter(({ id, count }) => count > 0 || id === 'differs')}
          value={filter}
          onChange={(next) => {
            setFilter(next);
            setAt(0);
          }}
        />
        {takeable.length > 0 && (
          <Group>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() =>
                choose(
                  office,
                  takeable.map(({ key }) => key),
                  true,
                )
              }
            >
              {text.acceptAll(formatCount(takeable.length))}
            </Button>
          </Group>
        )}
        <VirtualTable
          label={text.list}
          count={shown.length}
          keyAt={(each) => shown[each] && String(each)}
          rowOf={(key) => shown[Number(key)]}
          columns={columns}
          rowHeight={2.5}
          selectedIndex={index}
          onSelect={(key) => setAt(Number(key))}
          sort={{ by: 'name', descending: false }}
          onSort={() => undefined}
          onWindow={() => undefined}
          emptyState={<EmptyState icon={IconEqual} title={lines.length === 0 ? text.allSame : text.none} />}
        />
      </div>
      <div className={classes.detail} tabIndex={0} role="group" aria-label={line?.name ?? text.person.choose}>
        {line === undefined ? (
          <p className={classes.note}>{text.person.choose}</p>
        ) : (
          <PersonSide key={line.key} line={line} lines={lines} />
        )}
      </div>
    </div>
  );
}
