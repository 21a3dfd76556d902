import { Anchor, Button, Loader, Table } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { dueKinds, type DueKind } from '#shared/domain/member-life/due-things.ts';
import { useLifeBoard, type LifeBoard } from '#renderer/data/members/use-life-board.ts';
import { useMemberRules } from '#renderer/data/members/use-member-life.ts';
import { useRecordNames } from '#renderer/data/organisation/use-record-names.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { memberEventsText } from '#renderer/messages/member-events.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { valueText } from '#renderer/messages/record-values.ts';
import { DueChip } from '#renderer/ui/due-chip.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { routes } from '#renderer/ui/routes.ts';
import classes from './member-events.module.css';

const { due: text } = memberEventsText;
const STEP = 20;

/** What falls due in members' lives, in groups; late things first. */
export function DueSection(): ReactNode {
  const { dueNoticeDays } = useMemberRules();
  const due = useLifeBoard()?.due;
  if (due === undefined) return <Loader m="lg" aria-label={sharedText.loading} />;
  if (due.length === 0)
    return (
      <EmptyState icon={IconCalendarCheck} title={text.nothing}>
        {text.nothingHint(dueNoticeDays)}
      </EmptyState>
    );
  return (
    <div className={classes.page}>
      {dueKinds.map((kind) => {
        const lines = due.filter((line) => line.kind === kind);
        return lines.length === 0 ? null : <DueGroup key={kind} kind={kind} lines={lines} />;
      })}
    </div>
  );
}

function DueGroup({ kind, lines }: { readonly kind: DueKind; readonly lines: LifeBoard['due'] }): ReactNode {
  const today = useToday();
  const names = useRecordNames();
  const [most, setMost] = useState(STEP);
  const title = text.count(text.kinds[kind], lines.length);
  return (
    <section className={classes.card} aria-label={title}>
      <h2>{title}</h2>
      <p className={classes.hint}>{text.hints[kind]}</p>
      <Table verticalSpacing="0.3125rem" aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.columns.person}</Table.Th>
            <Table.Th>{text.columns.cell}</Table.Th>
            <Table.Th>{text.columns.on}</Table.Th>
            <Table.Th>{text.columns.left}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.slice(0, most).map(({ member, on }) => (
            <Table.Tr key={member.id}>
              <Table.Td>
                <Anchor className={classes.name ?? ''} href={`#${routes.member(member.id)}`}>
                  {member.name.full}
                </Anchor>
              </Table.Td>
              <Table.Td>
                {member.unitId === null
                  ? memberEventsText.noCell
                  : (names.unit(member.unitId) ?? valueText.unknownUnit)}
              </Table.Td>
              <Table.Td>{kind === 'discipline' ? text.lapses(formatDate(on)) : formatDate(on)}</Table.Td>
              <Table.Td>
                <DueChip dueOn={on} today={today} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {lines.length > most && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setMost(most + STEP)}>
          {memberEventsText.more(lines.length - most)}
        </Button>
      )}
    </section>
  );
}
