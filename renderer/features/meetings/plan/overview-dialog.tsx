import { Button, Group, Modal, Select, Table } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { percentOf } from '#shared/domain/meeting/compose-minutes.ts';
import { listMonths } from '#shared/domain/meeting/meeting-plan.ts';
import { criteriaOf, sumScores } from '#shared/domain/meeting/score-meeting.ts';
import { defaultMeetingRules } from '#shared/domain/meeting/meeting-rules.ts';
import { useFiguresOf, useMeetingsIn } from '#renderer/data/meetings/use-meetings.ts';
import type { MeetingRow, UnitRow } from '#renderer/data/rows.ts';
import { useSetting } from '#renderer/data/settings/use-setting.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { meetingsText, meetingStateText } from '#renderer/messages/meetings.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import screen from '../meetings-screen.module.css';
import { sayWhen, toneOfState } from '../meeting-words.ts';

const text = meetingsText.overviewDialog;
const MONTHS_BACK = 12;

type Line = { readonly cell: UnitRow; readonly meeting: MeetingRow | undefined };

/** Which cells have met in a month, how many came, how it was scored. */
export function OverviewDialog({
  cells,
  onClose,
}: {
  readonly cells: readonly UnitRow[];
  readonly onClose: () => void;
}): ReactNode {
  const navigate = useNavigate();
  const thisMonth = useToday().slice(0, 7);
  const [month, setMonth] = useState(thisMonth);
  const meetings = useMeetingsIn(month);
  const figures = useFiguresOf(meetings ?? []);
  const rules = useSetting('meeting-rules') ?? defaultMeetingRules;
  const lines = cells.flatMap((cell): Line[] => {
    const own = (meetings ?? []).filter(({ unitId }) => unitId === cell.id);
    return own.length === 0 ? [{ cell, meeting: undefined }] : own.map((meeting) => ({ cell, meeting }));
  });
  const held = new Set(
    (meetings ?? [])
      .filter(({ kind, state }) => kind === 'regular' && (state === 'held' || state === 'closed'))
      .map(({ unitId }) => unitId),
  ).size;
  const counted = [...(figures?.values() ?? [])].filter(({ required }) => required > 0);
  const sum = (pick: (each: (typeof counted)[number]) => number): number =>
    counted.reduce((all, each) => all + pick(each), 0);
  return (
    <Modal opened onClose={onClose} size="xl" title={text.title} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <Group mb="sm">
        <Select
          aria-label={text.month}
          value={month}
          data={[...listMonths(shiftMonth(thisMonth, -MONTHS_BACK), MONTHS_BACK + 2)]
            .reverse()
            .map((value) => ({ value, label: `${value.slice(5)}/${value.slice(0, 4)}` }))}
          onChange={(value) => value !== null && setMonth(value)}
        />
        <strong>{text.summary(held, cells.length)}</strong>
        {counted.length > 0 && (
          <span className={screen.note}>
            {text.average(
              percentOf(
                sum(({ present }) => present),
                sum(({ required }) => required),
              ),
            )}
          </span>
        )}
      </Group>
      <Table stickyHeader aria-label={text.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.columns.cell}</Table.Th>
            <Table.Th>{text.columns.meeting}</Table.Th>
            <Table.Th>{text.columns.state}</Table.Th>
            <Table.Th>{text.columns.attendance}</Table.Th>
            <Table.Th>{text.columns.score}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ cell, meeting }) => {
            if (meeting === undefined)
              return (
                <Table.Tr key={cell.id}>
                  <Table.Td>{cell.name}</Table.Td>
                  <Table.Td colSpan={4}>{text.none}</Table.Td>
                </Table.Tr>
              );
            const there = figures?.get(meeting.id);
            const criteria = criteriaOf(meeting.kind, rules);
            const score = sumScores(criteria, meeting.scores);
            return (
              <Table.Tr key={meeting.id}>
                <Table.Td>{cell.name}</Table.Td>
                <Table.Td>
                  <Button
                    variant="subtle"
                    size="compact-md"
                    onClick={() => {
                      onClose();
                      navigate(routes.meeting(meeting.id));
                    }}
                  >
                    {sayWhen(meeting)}
                  </Button>
                </Table.Td>
                <Table.Td>
                  <StatusChip tone={toneOfState[meeting.state]}>{meetingStateText[meeting.state]}</StatusChip>
                </Table.Td>
                <Table.Td className="tabular">
                  {there === undefined || there.required === 0
                    ? ''
                    : `${String(there.present)}/${String(there.required)} (${percentOf(there.present, there.required)} %)`}
                </Table.Td>
                <Table.Td className="tabular">
                  {criteria.length > 0 && score.unscored < criteria.length ? String(score.given).replace('.', ',') : ''}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}

function shiftMonth(month: string, by: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${String(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`;
}
