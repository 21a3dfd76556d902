import { Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { StatColumn, StatForm, StatLine } from '#shared/domain/statistics/compute-statistics.ts';
import { statisticsText as text } from '#renderer/messages/statistics.ts';
import { shareOf, shownFigure } from './stat-book.ts';
import { StatChecks } from './stat-checks.tsx';
import classes from './statistics.module.css';

type StatTableProps = {
  readonly form: StatForm;
  readonly onEntries: (line: StatLine, column: StatColumn) => void;
};

const levels = ['', classes.level1 ?? '', classes.level2 ?? ''] as const;

/** A form with its figures; those with people or organisations behind them lead to these. */
export function StatTable({ form, onEntries }: StatTableProps): ReactNode {
  const { columns } = text;
  const number = classes.number ?? '';
  return (
    <div className={classes.table}>
      {form.note !== '' && <p className={classes.note}>{form.note}</p>}
      <Table stickyHeader highlightOnHover aria-label={form.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.line}</Table.Th>
            <Table.Th className={number}>{columns.now}</Table.Th>
            <Table.Th className={number}>{columns.before}</Table.Th>
            <Table.Th className={number}>{columns.share}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {form.lines.map((line) => (
            <Table.Tr key={line.code}>
              <Table.Td className={levels[line.level]}>
                {line.level === 0 ? <strong>{line.label}</strong> : line.label}
              </Table.Td>
              <FigureCell line={line} column="now" onEntries={onEntries} />
              <FigureCell line={line} column="before" onEntries={onEntries} />
              <Table.Td className={number}>{shareOf(line)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <StatChecks checks={form.checks} />
    </div>
  );
}

function FigureCell({
  line,
  column,
  onEntries,
}: {
  readonly line: StatLine;
  readonly column: StatColumn;
  readonly onEntries: StatTableProps['onEntries'];
}): ReactNode {
  const figure = line[column];
  const shown = shownFigure(figure);
  const leads = line.of !== 'none' && (figure.value ?? 0) > 0;
  const quiet = figure.value === null ? (classes.unknown ?? '') : '';
  return (
    <Table.Td className={`${classes.number ?? ''} ${quiet}`}>
      {leads ? (
        <Button
          className={classes.figure ?? ''}
          variant="subtle"
          size="compact-sm"
          aria-label={text.figureName(line.label, text.columns[column], shown)}
          onClick={() => onEntries(line, column)}
        >
          {shown}
        </Button>
      ) : (
        <span className={classes.figure}>{shown}</span>
      )}
    </Table.Td>
  );
}
