import { Table } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { eventKindText } from '#renderer/messages/member-life.ts';
import { memberPastText as text } from '#renderer/messages/member-past.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { valueInWords } from '#renderer/messages/record-values.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { EventFiles } from '../event-files.tsx';
import { decisionInWords } from '../life-items.ts';
import type { PastLine, PastRecord } from './past-lines.ts';
import classes from './past.module.css';

type PastTableProps = {
  readonly groups: PastRecord['groups'];
  readonly day: PlainDate;
  readonly isOnlyDifferent: boolean;
};

/** The fields of the record on a day, each with its decision and what stands there today. */
export function PastTable({ groups, day, isOnlyDifferent }: PastTableProps): ReactNode {
  const shown = groups
    .map(({ title, lines }) => ({ title, lines: isOnlyDifferent ? lines.filter((line) => line.isDifferent) : lines }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <div className={classes.table} role="group" aria-label={text.table} tabIndex={0}>
      {shown.length === 0 ? (
        <p className={classes.note}>{text.nothing}</p>
      ) : (
        <Table stickyHeader verticalSpacing="0.3125rem" aria-label={text.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={classes.field ?? ''}>{text.columns.field}</Table.Th>
              <Table.Th className={classes.then ?? ''}>{text.columns.then(formatDate(day))}</Table.Th>
              <Table.Th className={classes.basis ?? ''}>{text.columns.decision}</Table.Th>
              <Table.Th>{text.columns.now}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ title, lines }) => (
              <Fragment key={title}>
                <Table.Tr className={classes.groupRow ?? ''}>
                  <Table.Th colSpan={4} scope="colgroup">
                    {title}
                  </Table.Th>
                </Table.Tr>
                {lines.map((line) => (
                  <PastRow key={line.field} line={line} />
                ))}
              </Fragment>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  );
}

function PastRow({ line }: { readonly line: PastLine }): ReactNode {
  const names = useRecordNames();
  const words = (value: PastLine['value']): string => valueInWords('member', line.field, value, names);
  return (
    <Table.Tr data-different={line.isDifferent || undefined}>
      <Table.Th scope="row" className={classes.field ?? ''}>
        {fieldLabel('member', line.field)}
      </Table.Th>
      <Table.Td>
        {line.isDifferent ? <strong>{words(line.value)}</strong> : words(line.value)}{' '}
        {line.isUnsure && <StatusChip tone="neutral">{text.unsure}</StatusChip>}
      </Table.Td>
      <Table.Td className={classes.basis ?? ''}>
        {line.event !== undefined && (
          <>
            {decisionInWords(line.event) || eventKindText[line.event.kind]}
            <EventFiles event={line.event} />
          </>
        )}
      </Table.Td>
      <Table.Td>{line.isDifferent ? words(line.now) : <span className={classes.grey}>{text.same}</span>}</Table.Td>
    </Table.Tr>
  );
}
