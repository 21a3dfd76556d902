import { Table } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { returnBlock } from '#renderer/data/registers/block-repository.ts';
import { useBlocks, type BookLease } from '#renderer/data/registers/use-registers.ts';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { NumberBlockRow, RegisterRow, TermRow } from '#renderer/data/rows.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { numbersText } from '#renderer/messages/numbers.ts';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { AskBlockDialog } from './ask-block-dialog.tsx';
import classes from './numbers.module.css';
import { wordsOfSeries } from './series-words.ts';

type BlocksCardProps = {
  readonly registers: readonly RegisterRow[];
  readonly terms: readonly TermRow[];
  readonly leases: ReadonlyMap<string, BookLease> | undefined;
};

/** Blocks ceded to PCs for days without a network: to ask for one, and to give one of this PC back. */
export function BlocksCard({ registers, terms, leases }: BlocksCardProps): ReactNode {
  const office = useOffice();
  const names = useRecordNames();
  const blocks = useBlocks();
  const { may } = useMay('ledger.note');
  const [isAsking, setAsking] = useState(false);
  const { blocks: text, unknownDevice, series } = numbersText;
  const others = registers.filter(({ id, closedOn }) => closedOn === null && leases?.get(id)?.holder !== 'this-pc');
  const giveBack = async (id: string): Promise<void> => {
    const saved = await returnBlock(office, id);
    if (saved.ok) notifyDone(text.returnedDone);
    else notifyError(saved.error.code);
  };
  return (
    <SectionCard
      title={text.heading}
      text={blocks?.length === 0 ? `${text.intro} ${text.none}` : text.intro}
      side={
        may &&
        others.length > 0 && (
          <WriteButton variant="light" onClick={() => setAsking(true)}>
            {text.ask}
          </WriteButton>
        )
      }
    >
      {blocks !== undefined && blocks.length > 0 && (
        <Table aria-label={text.heading} verticalSpacing="0.3125rem">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.device}</Table.Th>
              <Table.Th>{series}</Table.Th>
              <Table.Th>{text.numbers}</Table.Th>
              <Table.Th>{text.state}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {blocks.map((block) => (
              <Table.Tr key={block.id}>
                <Table.Th scope="row" fw={600}>
                  {names.device(block.forDevice) ?? unknownDevice(String(block.forDevice))}
                </Table.Th>
                <Table.Td>
                  {registers.find(({ id }) => id === block.registerId)?.name}
                  <div className={classes.note}>{wordsOfSeries(block.series, terms)}</div>
                </Table.Td>
                <Table.Td className="tabular">{spanOf(block)}</Table.Td>
                <Table.Td>
                  <div className={classes.acts}>
                    {block.returnedAt !== null && <StatusChip tone="neutral">{text.returned}</StatusChip>}
                    {may && block.returnedAt === null && block.forDevice === office.device.dev && (
                      <WriteButton size="compact-sm" variant="light" onClick={() => void giveBack(block.id)}>
                        {text.return}
                      </WriteButton>
                    )}
                  </div>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {isAsking && <AskBlockDialog registers={others} terms={terms} onClose={() => setAsking(false)} />}
    </SectionCard>
  );
}

function spanOf({ from, to }: NumberBlockRow): string {
  const { blocks: text, span } = numbersText;
  return from === null || to === null ? text.waiting : text.granted(span(formatCount(from), formatCount(to)));
}
