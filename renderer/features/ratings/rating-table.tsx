import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RatingLevel } from '#shared/domain/rating/rating-record.ts';
import { totalOf } from '#shared/domain/rating/rating-rules.ts';
import type { RatingLine, RatingSheet } from '#renderer/data/ratings/read-rating-sheet.ts';
import { ratingsText as text } from '#renderer/messages/ratings.ts';
import { StatusChip, type ChipTone } from '#renderer/ui/status-chip.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from './ratings.module.css';

const tones: Readonly<Record<RatingLevel, ChipTone>> = {
  excellent: 'green',
  good: 'blue',
  fulfilled: 'neutral',
  'not-fulfilled': 'red',
};

type RatingTableProps = {
  readonly sheet: RatingSheet;
  readonly mayRate: boolean;
  readonly onRate: (line: RatingLine) => void;
};

/** The members of a cell with the three steps of their rating. */
export function RatingTable({ sheet, mayRate, onRate }: RatingTableProps): ReactNode {
  const { columns } = text;
  return (
    <div className={classes.table}>
      <Table stickyHeader highlightOnHover aria-label={text.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.name}</Table.Th>
            <Table.Th className={classes.number ?? ''}>{columns.points}</Table.Th>
            <Table.Th>{columns.self}</Table.Th>
            <Table.Th>{columns.proposed}</Table.Th>
            <Table.Th>{columns.votes}</Table.Th>
            <Table.Th>{columns.decided}</Table.Th>
            <Table.Th>{columns.act}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sheet.lines.map((line) => (
            <RatingRowOf key={line.member.id} line={line} mayRate={mayRate} onRate={onRate} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function RatingRowOf({
  line,
  mayRate,
  onRate,
}: Omit<RatingTableProps, 'sheet'> & { readonly line: RatingLine }): ReactNode {
  const { member, rating, isExempt, disciplined } = line;
  const points = rating === undefined || Object.keys(rating.scores).length === 0 ? '' : String(totalOf(rating.scores));
  return (
    <Table.Tr>
      <Table.Td>
        <strong>{member.name.full}</strong> {isExempt && <StatusChip tone="neutral">{text.exempt}</StatusChip>}
        {disciplined && <StatusChip tone="amber">{text.disciplined}</StatusChip>}
      </Table.Td>
      <Table.Td className={classes.number ?? ''}>{points}</Table.Td>
      <Table.Td>{rating?.selfLevel ? text.short[rating.selfLevel] : ''}</Table.Td>
      <Table.Td>{rating?.proposedLevel ? text.short[rating.proposedLevel] : ''}</Table.Td>
      <Table.Td className="tabular">
        {rating &&
          rating.votesFor !== null &&
          rating.votesCast !== null &&
          text.votes(rating.votesFor, rating.votesCast)}
      </Table.Td>
      <Table.Td>
        {rating !== undefined && rating.notRated !== '' ? (
          rating.notRated
        ) : (
          <Decided level={rating?.decidedLevel ?? null} />
        )}
      </Table.Td>
      <Table.Td>
        {mayRate && (
          <WriteButton size="compact-sm" variant="light" onClick={() => onRate(line)}>
            {text.edit}
          </WriteButton>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Decided({ level }: { readonly level: RatingLevel | null }): ReactNode {
  return level === null ? text.none : <StatusChip tone={tones[level]}>{text.short[level]}</StatusChip>;
}
