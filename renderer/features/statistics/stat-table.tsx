import { Button, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { StatForm, StatLine } from '#shared/domain/statistics/stat-form.ts';
import { statisticsText as text } from '#renderer/messages/statistics.ts';
import { shareOf, shownValue } from './stat-book.ts';
import classes from './statistics.module.css';

type StatTableProps = {
  readonly form: StatForm;
  readonly before: StatForm | undefined;
  readonly onPeople: (line: StatLine) => void;
};

const levels = ['', classes.level1 ?? '', classes.level2 ?? ''] as const;

/** A form with its figures; those with people behind them lead to these. */
export function StatTable({ form, before, onPeople }: StatTableProps): ReactNode {
  const { columns } = text;
  const number = classes.number ?? '';
  return (
    <div className={classes.table}>
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
          {form.lines.map((line) => {
            const earlier = before?.lines.find(({ code }) => code === line.code);
            return (
              <Table.Tr key={line.code}>
                <Table.Td className={levels[line.level]}>
                  {line.level === 0 ? <strong>{line.label}</strong> : line.label}
                </Table.Td>
                <Table.Td className={number}>
                  {line.ids === undefined || line.ids.length === 0 ? (
                    shownValue(line)
                  ) : (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={text.figureName(line.label, shownValue(line))}
                      onClick={() => onPeople(line)}
                    >
                      {shownValue(line)}
                    </Button>
                  )}
                </Table.Td>
                <Table.Td className={number}>{earlier === undefined ? '' : shownValue(earlier)}</Table.Td>
                <Table.Td className={number}>{shareOf(line, earlier)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      <Text p="sm" c={form.problems.length === 0 ? 'inherit' : 'red'}>
        {form.problems.length === 0 ? text.identity.fine : `${text.identity.broken} ${form.problems.join('; ')}`}
      </Text>
    </div>
  );
}
