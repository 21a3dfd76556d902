import { Button } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { numbersText as text } from '#renderer/messages/numbers.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { StatusChip, type ChipTone } from '#renderer/ui/status-chip.tsx';
import type { TableSort } from '#renderer/ui/table-head.tsx';
import { VirtualTable, type VirtualColumn } from '#renderer/ui/virtual-table.tsx';
import { keyOfLine, type LedgerLine } from './ledger-lines.ts';
import { wordsOfLine, type LineWords } from './line-words.ts';
import classes from './numbers.module.css';

type NumberTableProps = {
  readonly lines: readonly LedgerLine[];
  /** Whether the person and the PC may say something of a number here. */
  readonly mayNote: boolean;
  readonly onExplain: (line: LedgerLine) => void;
  readonly onRelease: (entryId: string) => void;
  readonly emptyState: ReactNode;
};

type Row = { readonly line: LedgerLine; readonly words: LineWords };

/** Every number of a series in order, each with what became of it. */
export function NumberTable({ lines, mayNote, onExplain, onRelease, emptyState }: NumberTableProps): ReactNode {
  const names = useRecordNames();
  const navigate = useNavigate();
  const [sort, setSort] = useState<TableSort>({ by: 'number', descending: true });
  const [selected, setSelected] = useState<string | undefined>();
  const ordered = useMemo(() => (sort.descending ? lines.toReversed() : lines), [lines, sort]);
  const byKey = useMemo(() => new Map(ordered.map((line) => [keyOfLine(line), line])), [ordered]);
  const columns = useMemo<readonly VirtualColumn<Row>[]>(
    () => [
      {
        id: 'number',
        header: text.columns.number,
        width: '6rem',
        sortable: true,
        cell: ({ words }) => <span className="tabular">{words.numbers}</span>,
      },
      {
        id: 'day',
        header: text.columns.day,
        width: '6.75rem',
        cell: ({ words }) => <span className="tabular">{words.day}</span>,
      },
      { id: 'what', header: text.columns.what, width: 'minmax(0, 2.2fr)', cell: (row) => <WhatCell {...row} /> },
      {
        id: 'reason',
        header: text.columns.reason,
        width: 'minmax(0, 1.3fr)',
        cell: ({ words }) => <span className={classes.reason}>{words.reason}</span>,
      },
      { id: 'who', header: text.columns.who, width: 'minmax(0, 0.9fr)', cell: ({ words }) => words.who },
      {
        id: 'act',
        header: text.columns.act,
        quietHeader: true,
        width: '7.5rem',
        cell: ({ line, words }) =>
          mayNote && <LineAct line={line} numbers={words.numbers} onExplain={onExplain} onRelease={onRelease} />,
      },
    ],
    [mayNote, onExplain, onRelease],
  );
  const rowOf = (key: string): Row | undefined => {
    const line = byKey.get(key);
    return line && { line, words: wordsOfLine(line, names) };
  };
  const open = (key: string): void => {
    const line = byKey.get(key);
    if (line?.kind === 'gap' && mayNote) onExplain(line);
    if (line?.kind !== 'paper') return;
    const { id, isOutgoing } = line.paper;
    navigate(isOutgoing ? routes.outgoingPaper(id) : routes.document(id));
  };
  return (
    <VirtualTable
      label={text.tabs.numbers}
      count={ordered.length}
      keyAt={(index) => (ordered[index] === undefined ? undefined : keyOfLine(ordered[index]))}
      rowOf={rowOf}
      columns={columns}
      rowHeight={3.25}
      selectedIndex={ordered.findIndex((line) => keyOfLine(line) === selected)}
      onSelect={setSelected}
      onOpen={open}
      sort={sort}
      onSort={setSort}
      onWindow={noWindow}
      emptyState={emptyState}
    />
  );
}

const noWindow = (): void => undefined; // every line is here already

const toneOf: Readonly<Record<LedgerLine['kind'], ChipTone | undefined>> = {
  paper: undefined,
  double: 'red',
  entry: 'neutral',
  ceded: 'blue',
  gap: 'amber',
};

function WhatCell({ line, words }: Row): ReactNode {
  const tone = toneOf[line.kind];
  return (
    <div className={classes.what}>
      {tone === undefined ? (
        <span className={classes.symbol}>{words.what}</span>
      ) : (
        <StatusChip tone={tone}>{words.what}</StatusChip>
      )}
      {words.detail !== '' && <span className={classes.detail}>{words.detail}</span>}
    </div>
  );
}

type LineActProps = Pick<NumberTableProps, 'onExplain' | 'onRelease'> & {
  readonly line: LedgerLine;
  readonly numbers: string;
};

function LineAct({ line, numbers, onExplain, onRelease }: LineActProps): ReactNode {
  if (line.kind === 'gap')
    return (
      <Button size="compact-sm" variant="light" aria-label={text.explainSpan(numbers)} onClick={() => onExplain(line)}>
        {text.explain}
      </Button>
    );
  if (line.kind !== 'entry' || (line.entry.kind !== 'reserved' && line.entry.kind !== 'skipped')) return null;
  return (
    <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onRelease(line.entry.id)}>
      {line.entry.kind === 'reserved' ? text.release : text.unskip}
    </Button>
  );
}
