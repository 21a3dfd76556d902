import { Button, Group, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { importFieldWords } from '#renderer/messages/import-fields.ts';
import { importText } from '#renderer/messages/imports.ts';
import { columnLetters } from '#shared/domain/import/sheet-cell.ts';
import { problemLevels, type ImportProblem } from '#shared/domain/import/import-problem.ts';
import { cellKey, type ImportSettings } from '#shared/domain/import/import-settings.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { RowLook } from '#renderer/data/import/import-session.ts';
import classes from '../member-import.module.css';
import { membersWork as work } from '../work/import-work.ts';
import { PersonAnswers } from './person-answers.tsx';
import { problemWords } from './problem-words.ts';
import { RowChangesList } from './row-changes-list.tsx';

const text = importText.check;

/** One row: its cells with what is wrong with them, to be typed anew; who it is; whether it is taken at all. */
export function RowDetail({ row, settings }: { readonly row: RowLook; readonly settings: ImportSettings }): ReactNode {
  const office = useOffice();
  const columns = settings.columns.flatMap((field, column) => (field === null ? [] : [{ field, column }]));
  const isLeft = settings.left.includes(row.row);
  const others = row.problems.filter(({ column }) => column === null);
  const type = (column: number, value: string): void =>
    work.settle(office, { cells: { ...settings.cells, [cellKey(row.row, column)]: value } });
  return (
    <>
      <Group justify="space-between" mb="xs">
        <strong>{`${text.rowTitle(row.row)} · ${row.name}`}</strong>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            work.settle(office, {
              left: isLeft ? settings.left.filter((each) => each !== row.row) : [...settings.left, row.row],
            })
          }
        >
          {isLeft ? text.takeRow : text.leaveRow}
        </Button>
      </Group>
      <PersonAnswers row={row} settings={settings} />
      {row.changes !== null && <RowChangesList changes={row.changes} />}
      {others.map((problem) => (
        <Said key={problem.kind} problem={problem} />
      ))}
      {columns.map(({ field, column }, at) => (
        <Cell
          key={column}
          label={`${columnLetters(column)} · ${importFieldWords[field]}`}
          value={row.cells[at] ?? ''}
          problems={row.problems.filter((problem) => problem.column === column)}
          onType={(value) => type(column, value)}
        />
      ))}
    </>
  );
}

type CellProps = {
  readonly label: string;
  readonly value: string;
  readonly problems: readonly ImportProblem[];
  readonly onType: (value: string) => void;
};

function Cell({ label, value, problems, onType }: CellProps): ReactNode {
  const [typed, setTyped] = useState(value);
  const [held, setHeld] = useState(value);
  if (held !== value) {
    setHeld(value);
    setTyped(value);
  }
  const take = (): void => {
    if (typed !== value) onType(typed);
  };
  return (
    <div className={classes.cellRow}>
      <TextInput
        size="xs"
        label={label}
        value={typed}
        title={text.typedHelp}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
      {problems.map((problem) => (
        <Said key={problem.kind} problem={problem} />
      ))}
    </div>
  );
}

function Said({ problem }: { readonly problem: ImportProblem }): ReactNode {
  const isHeavy = problemLevels[problem.kind] === 'error';
  return <span className={isHeavy ? classes.problem : classes.doubt}>{problemWords(problem)}</span>;
}
