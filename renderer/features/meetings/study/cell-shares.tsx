import { Progress, Table, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { percentOf } from '#shared/domain/meeting/compose-minutes.ts';
import { isForCell } from '#shared/domain/study/study-figures.ts';
import type { UnitRow } from '#renderer/data/rows.ts';
import { useSharesOfCells } from '#renderer/data/study/use-cell-shares.ts';
import type { StudyDetails } from '#renderer/data/study/use-study.ts';
import { studyText as text } from '#renderer/messages/study.ts';
import classes from './study.module.css';

/** How many of each cell have studied an item. */
export function CellShares({
  details,
  cells,
}: {
  readonly details: StudyDetails;
  readonly cells: readonly UnitRow[];
}): ReactNode {
  const { item, readings } = details;
  const asked = cells.filter(({ id }) => isForCell(item, id));
  const shares = useSharesOfCells(
    asked.map(({ id }) => id),
    readings,
  );
  return (
    <section className={classes.card} aria-labelledby="shares-title">
      <Title order={3} id="shares-title" className={classes.heading ?? ''}>
        {text.byCell}
      </Title>
      <p className={classes.grey}>{text.chooseCell}</p>
      <Table aria-labelledby="shares-title">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.columns.cell}</Table.Th>
            <Table.Th>{text.columns.read}</Table.Th>
            <Table.Th>{text.columns.of}</Table.Th>
            <Table.Th>{text.columns.percent}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody className="tabular">
          {asked.map(({ id, name }) => {
            const share = shares?.get(id);
            if (share === undefined) return null;
            const percent = percentOf(share.read, share.of);
            return (
              <Table.Tr key={id}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{share.read}</Table.Td>
                <Table.Td>{share.of}</Table.Td>
                <Table.Td>
                  {`${percent} %`}
                  <Progress
                    value={share.of === 0 ? 0 : (share.read * 100) / share.of}
                    aria-label={`${name}: ${percent} %`}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
}
