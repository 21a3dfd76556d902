import { useMemo, useState, type ReactNode } from 'react';
import { IconTable } from '@tabler/icons-react';
import { problemLevels } from '#shared/domain/import/import-problem.ts';
import type { ImportSettings } from '#shared/domain/import/import-settings.ts';
import type { CheckSummary, RowFilter, RowLook } from '#renderer/data/import/import-session.ts';
import { importText } from '#renderer/messages/imports.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterChips } from '#renderer/ui/filter-chips.tsx';
import { StatusChip, type ChipTone } from '#renderer/ui/status-chip.tsx';
import { VirtualTable, type VirtualColumn } from '#renderer/ui/virtual-table.tsx';
import classes from '../member-import.module.css';
import { problemWords } from './problem-words.ts';
import { RowDetail } from './row-detail.tsx';
import { useCheckRows } from './use-check-rows.ts';

const text = importText.check;
const tones: Readonly<Record<RowLook['standing'], ChipTone>> = {
  ...{ make: 'green', change: 'blue', same: 'neutral', left: 'neutral', ask: 'amber', error: 'red' },
};

const columns: readonly VirtualColumn<RowLook>[] = [
  { id: 'row', header: text.row, width: '4rem', cell: ({ row }) => <span className={classes.letter}>{row}</span> },
  { id: 'name', header: text.person, width: 'minmax(7rem, 1fr)', cell: ({ name }) => name },
  {
    id: 'standing',
    header: text.standing,
    width: '6.5rem',
    cell: ({ standing }) => <StatusChip tone={tones[standing]}>{text.standings[standing]}</StatusChip>,
  },
  { id: 'what', header: text.what, width: 'minmax(9rem, 2fr)', cell: (row) => <Heaviest row={row} /> },
];

/** Every row of the list under a filter, and the chosen one beside it, cell by cell. */
export function RowsView({
  summary,
  settings,
}: {
  readonly summary: CheckSummary;
  readonly settings: ImportSettings;
}): ReactNode {
  const { counts } = summary;
  const problems = counts.error + counts.ask;
  const [wanted, setFilter] = useState<RowFilter>(problems > 0 ? 'problems' : 'all');
  const filter = countOf(wanted, summary) > 0 ? wanted : 'all';
  const [chosen, setChosen] = useState(0);
  const { total, rowAt, onWindow } = useCheckRows(filter);
  const options = useMemo(
    () =>
      (['problems', 'doubts', 'make', 'change', 'same', 'left', 'all'] as const)
        .map((id) => ({ id, label: text.filters[id], count: countOf(id, summary) }))
        .filter(({ id, count }) => count > 0 || id === 'all'),
    [summary],
  );
  const row = rowAt(Math.min(chosen, total - 1));
  return (
    <div className={classes.rows}>
      <div className={classes.list}>
        <FilterChips
          label={text.filters.label}
          options={options}
          value={filter}
          onChange={(next) => {
            setFilter(next);
            setChosen(0);
          }}
        />
        <VirtualTable
          label={text.list}
          count={total}
          keyAt={(index) => (index >= 0 && index < total ? String(index) : undefined)}
          rowOf={(key) => rowAt(Number(key))}
          columns={columns}
          rowHeight={2.5}
          selectedIndex={Math.min(chosen, total - 1)}
          onSelect={(key) => setChosen(Number(key))}
          sort={{ by: 'row', descending: false }}
          onSort={() => undefined}
          onWindow={onWindow}
          emptyState={<EmptyState icon={IconTable} title={text.none} />}
        />
        {summary.passed.length > 0 && (
          <details className={classes.note}>
            <summary>{text.passedTitle(formatCount(summary.passed.length))}</summary>
            {summary.passed.slice(0, 40).map((passed) => (
              <div key={passed.row}>{`${text.rowTitle(passed.row)}: ${passed.text}`}</div>
            ))}
          </details>
        )}
      </div>
      <div
        className={classes.detail}
        tabIndex={0}
        role="group"
        aria-label={row === undefined ? text.chooseRow : text.rowTitle(row.row)}
      >
        {row === undefined ? (
          <p className={classes.note}>{text.chooseRow}</p>
        ) : (
          <RowDetail key={row.row} row={row} settings={settings} />
        )}
      </div>
    </div>
  );
}

function countOf(filter: RowFilter, { counts, doubts, rows }: CheckSummary): number {
  if (filter === 'all') return rows;
  if (filter === 'problems') return counts.error + counts.ask;
  return filter === 'doubts' ? doubts : counts[filter];
}

/** The heaviest problem of a row, and how many more it has. */
function Heaviest({ row }: { readonly row: RowLook }): ReactNode {
  const order = ['error', 'ask', 'doubt'] as const;
  const sorted = row.problems.toSorted(
    (a, b) => order.indexOf(problemLevels[a.kind]) - order.indexOf(problemLevels[b.kind]),
  );
  const [first] = sorted;
  if (first === undefined) return null;
  const isHeavy = problemLevels[first.kind] === 'error';
  return (
    <span className={isHeavy ? classes.problem : classes.doubt}>
      {problemWords(first)}
      {sorted.length > 1 && ` +${String(sorted.length - 1)}`}
    </span>
  );
}
