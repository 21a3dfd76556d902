import { Button, Group, Table, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FeeLine, FeeSheet } from '#renderer/data/fees/read-fee-sheet.ts';
import { feesText as text } from '#renderer/messages/fees.ts';
import { StatusChip, type ChipTone } from '#renderer/ui/status-chip.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import { categoryWords } from './category-words.ts';
import classes from './fees.module.css';

type FeeTableProps = {
  readonly sheet: FeeSheet;
  readonly mayCollect: boolean;
  readonly mayBase: boolean;
  readonly onTake: (line: FeeLine) => void;
  readonly onBasis: (line: FeeLine) => void;
  readonly onReceipt: (line: FeeLine) => void;
};

const tones: Readonly<Record<FeeLine['arrears']['level'], ChipTone>> = { none: 'green', warn: 'amber', alarm: 'red' };

/** The members of a cell with what each owes of the month, in the order of names. */
export function FeeTable({ sheet, ...acts }: FeeTableProps): ReactNode {
  const { columns } = text;
  return (
    <div className={classes.table}>
      <Table stickyHeader highlightOnHover aria-label={text.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.name}</Table.Th>
            <Table.Th>{columns.category}</Table.Th>
            <Table.Th className={classes.money ?? ''}>{columns.due}</Table.Th>
            <Table.Th className={classes.money ?? ''}>{columns.paid}</Table.Th>
            <Table.Th className={classes.money ?? ''}>{columns.owed}</Table.Th>
            <Table.Th>{columns.arrears}</Table.Th>
            <Table.Th>{columns.act}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sheet.lines.map((line) => (
            <FeeRow key={line.member.id} line={line} {...acts} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function FeeRow({
  line,
  mayCollect,
  mayBase,
  onTake,
  onBasis,
  onReceipt,
}: Omit<FeeTableProps, 'sheet'> & { readonly line: FeeLine }): ReactNode {
  const { member, basis, account, arrears, payments } = line;
  const { due } = account;
  return (
    <Table.Tr>
      <Table.Td className={classes.name ?? ''}>
        <strong>{member.name.full}</strong>
      </Table.Td>
      <Table.Td>
        {mayBase ? (
          <Button variant="subtle" size="compact-sm" onClick={() => onBasis(line)}>
            {basis === undefined ? text.unknown['no-basis'] : categoryWords(basis)}
          </Button>
        ) : (
          categoryWords(basis)
        )}
      </Table.Td>
      <Table.Td className={classes.money ?? ''}>
        {due.kind === 'due' && text.money(due.amount)}
        {due.kind === 'unknown' && (
          <span className={classes.grey}>{due.why === 'no-basis' ? text.notKnown : text.unknown[due.why]}</span>
        )}
      </Table.Td>
      <Table.Td className={classes.money ?? ''}>{text.money(account.paid)}</Table.Td>
      <Table.Td className={classes.money ?? ''}>{text.money(account.owed)}</Table.Td>
      <Table.Td>
        <Tooltip label={text.alarmHint} disabled={arrears.level !== 'alarm'} multiline w="20rem">
          <span>
            {due.kind === 'unknown' && arrears.months.length === 0 ? (
              <StatusChip tone="neutral">{text.levels.unknown}</StatusChip>
            ) : (
              <StatusChip tone={tones[arrears.level]}>
                {arrears.months.length === 0 ? text.levels.none : text.monthsLate(arrears.months.length)}
              </StatusChip>
            )}
          </span>
        </Tooltip>
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          {mayCollect && (account.owed > 0 || due.kind === 'unknown') && (
            <WriteButton size="compact-sm" variant="light" onClick={() => onTake(line)}>
              {text.take}
            </WriteButton>
          )}
          {payments.length > 0 && (
            <Button size="compact-sm" variant="subtle" onClick={() => onReceipt(line)}>
              {text.receipt}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
