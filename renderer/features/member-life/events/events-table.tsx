import { Anchor, Button, Table } from '@mantine/core';
import { IconTimeline } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { startOf } from '#shared/domain/member-life/life-event.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { memberEventsText as text } from '#renderer/messages/member-events.ts';
import { eventStateText } from '#renderer/messages/member-life.ts';
import { valueText } from '#renderer/messages/record-values.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { routes } from '#renderer/ui/routes.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { EventFiles } from '../event-files.tsx';
import { decisionInWords, eventTitle } from '../life-items.ts';
import type { EventLine } from './event-filter.ts';
import classes from './member-events.module.css';

const STEP = 100;

/** Events, the newest first: whose, what, and on which decision it rests. */
export function EventsTable({ lines }: { readonly lines: readonly EventLine[] }): ReactNode {
  const names = useRecordNames();
  const today = useToday();
  const [most, setMost] = useState(STEP);
  const unitName = (id: string | null): string => (id === null ? '' : (names.unit(id) ?? valueText.unknownUnit));
  if (lines.length === 0)
    return (
      <EmptyState icon={IconTimeline} title={text.empty.title}>
        {text.empty.text}
      </EmptyState>
    );
  return (
    <div className={classes.table} role="group" aria-label={text.table} tabIndex={0}>
      <Table stickyHeader highlightOnHover verticalSpacing="0.4375rem" aria-label={text.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.on ?? ''}>{text.columns.on}</Table.Th>
            <Table.Th>{text.columns.person}</Table.Th>
            <Table.Th>{text.columns.event}</Table.Th>
            <Table.Th>{text.columns.decision}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.slice(0, most).map(({ event, member }) => (
            <Table.Tr key={event.id} data-void={event.state === 'void' || undefined}>
              <Table.Td className={classes.on ?? ''}>{formatDate(event.effectiveOn)}</Table.Td>
              <Table.Td>
                <Anchor className={classes.name ?? ''} href={`#${routes.member(member.id)}`}>
                  {member.name.full}
                </Anchor>
                <span className={classes.second}>{unitName(event.unitId ?? member.unitId)}</span>
              </Table.Td>
              <Table.Td>
                {eventTitle(event, unitName)}{' '}
                {event.state === 'proposed' && <StatusChip tone="blue">{eventStateText.proposed}</StatusChip>}
                {event.state === 'void' && <StatusChip tone="neutral">{eventStateText.void}</StatusChip>}
                {event.state === 'decided' && startOf(event) > today && (
                  <StatusChip tone="blue">{text.ahead}</StatusChip>
                )}
                {event.state === 'void' && <span className={classes.second}>{event.voidReason}</span>}
              </Table.Td>
              <Table.Td>
                {event.decision === null ? (
                  <span className={classes.second}>{text.noDecision}</span>
                ) : (
                  decisionInWords(event)
                )}
                <EventFiles event={event} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {lines.length > most && (
        <Button variant="subtle" m="xs" onClick={() => setMost(most + STEP)}>
          {text.more(lines.length - most)}
        </Button>
      )}
    </div>
  );
}
