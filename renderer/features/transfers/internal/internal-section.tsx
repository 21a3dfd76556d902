import { Anchor, Button, Table } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useInternalMoves, type InternalMove } from '#renderer/data/transfers/use-transfers.ts';
import { internalText as text } from '#renderer/messages/form-stock.ts';
import { transfersText } from '#renderer/messages/transfers.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { routes } from '#renderer/ui/routes.ts';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { IntroductionDialog } from '../introduction/introduction-dialog.tsx';
import classes from '../transfers.module.css';
import { InternalIssueDialog } from './internal-issue-dialog.tsx';

/** Moves from cell to cell, and the internal introduction papers that go with them. */
export function InternalSection(): ReactNode {
  const moves = useInternalMoves();
  const { may } = useMay('transfer.send');
  const [issuing, setIssuing] = useState<InternalMove | null>(null);
  const [printing, setPrinting] = useState<string | null>(null);
  const names = useRecordNames();
  if (moves === undefined) return null;
  const cellOf = (id: unknown): string =>
    typeof id === 'string' ? (names.unit(id) ?? text.unknownCell) : text.unknownCell;
  const wayOf = ({ event }: InternalMove): string => text.way(cellOf(event.before['unitId']), cellOf(event.unitId));
  if (moves.length === 0)
    return (
      <EmptyState icon={IconArrowsExchange} title={text.empty.title}>
        {text.empty.text}
      </EmptyState>
    );
  return (
    <div className={classes.page}>
      <p className={classes.hint}>{text.intro}</p>
      <div className={classes.card}>
        <Table aria-label={text.list} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.columns.person}</Table.Th>
              <Table.Th>{text.columns.way}</Table.Th>
              <Table.Th>{text.columns.on}</Table.Th>
              <Table.Th>{text.columns.paper}</Table.Th>
              <Table.Th>{text.columns.act}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {moves.map((move) => (
              <Table.Tr key={move.event.id}>
                <Table.Td>
                  {move.member === undefined ? (
                    transfersText.unknownMember
                  ) : (
                    <Anchor href={`#${routes.member(move.member.id)}`}>{move.member.name.full}</Anchor>
                  )}
                </Table.Td>
                <Table.Td>{wayOf(move)}</Table.Td>
                <Table.Td>{formatDate(move.event.effectiveOn)}</Table.Td>
                <Table.Td>{paperWords(move)}</Table.Td>
                <Table.Td>
                  {hasPaper(move) ? (
                    <Button variant="default" size="xs" onClick={() => setPrinting(move.event.id)}>
                      {text.print}
                    </Button>
                  ) : (
                    may &&
                    move.paper === undefined && (
                      <WriteButton size="xs" variant="light" onClick={() => setIssuing(move)}>
                        {text.issue}
                      </WriteButton>
                    )
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {issuing !== null && (
        <InternalIssueDialog
          move={issuing}
          from={cellOf(issuing.event.before['unitId'])}
          to={cellOf(issuing.event.unitId)}
          onClose={() => setIssuing(null)}
        />
      )}
      {printing !== null && (
        <IntroductionDialog of={{ kind: 'move', id: printing }} onClose={() => setPrinting(null)} />
      )}
    </div>
  );
}

function hasPaper({ paper }: InternalMove): boolean {
  return paper !== undefined && paper.number !== null;
}

function paperWords({ paper }: InternalMove): string {
  if (paper === undefined) return '';
  return paper.number === null ? text.waits : paper.symbol;
}
