import { Table } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatCount } from '#renderer/messages/format-count.ts';
import { numbersText as text } from '#renderer/messages/numbers.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { keyOfLine, type LedgerLine } from './ledger-lines.ts';
import classes from './numbers.module.css';

type GapsPanelProps = {
  readonly lines: readonly LedgerLine[];
  readonly mayNote: boolean;
  readonly onExplain: (line: LedgerLine) => void;
};

/** The numbers nobody has explained, and those two papers bear. */
export function GapsPanel({ lines, mayNote, onExplain }: GapsPanelProps): ReactNode {
  const open = lines.filter(({ kind }) => kind === 'gap' || kind === 'double');
  if (open.length === 0)
    return (
      <EmptyState icon={IconCircleCheck} title={text.noGaps.title}>
        {text.noGaps.text}
      </EmptyState>
    );
  return (
    <div className={classes.scroll}>
      <p className={classes.note}>{text.gapsIntro}</p>
      <Table aria-label={text.tabs.gaps(formatCount(open.length))} verticalSpacing="0.375rem">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.columns.number}</Table.Th>
            <Table.Th>{text.columns.what}</Table.Th>
            <Table.Th>{text.columns.act}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {open.map((line) => {
            const span = text.span(formatCount(line.from), formatCount(line.to));
            return (
              <Table.Tr key={keyOfLine(line)}>
                <Table.Th scope="row" className="tabular">
                  {span}
                </Table.Th>
                <Table.Td>
                  {line.kind === 'double' ? (
                    <>
                      <StatusChip tone="red">{text.double}</StatusChip>{' '}
                      {line.papers.map(({ title }) => title).join(' · ')}
                    </>
                  ) : (
                    <StatusChip tone="amber">{text.gap}</StatusChip>
                  )}
                </Table.Td>
                <Table.Td>
                  {mayNote && line.kind === 'gap' && (
                    <WriteButton
                      size="compact-sm"
                      variant="light"
                      aria-label={text.explainSpan(span)}
                      onClick={() => onExplain(line)}
                    >
                      {text.explain}
                    </WriteButton>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}
