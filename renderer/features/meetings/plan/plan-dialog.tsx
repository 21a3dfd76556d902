import { Button, Checkbox, Group, Modal, NumberInput, SegmentedControl, Select, Table, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { parseTypedTime } from '#shared/base/typed-time.ts';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import { listMonths, planMeetings, thematicMonths, type CellHabit } from '#shared/domain/meeting/meeting-plan.ts';
import { defaultMeetingRules } from '#shared/domain/meeting/meeting-rules.ts';
import { planForCells } from '#renderer/data/meetings/meeting-repository.ts';
import { useAllMeetings, useHabits } from '#renderer/data/meetings/use-meetings.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { UnitRow } from '#renderer/data/rows.ts';
import { useSetting } from '#renderer/data/settings/use-setting.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { meetingKindText, meetingsText } from '#renderer/messages/meetings.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import screen from '../meetings-screen.module.css';

const text = meetingsText.planDialog;
const MONTHS_AHEAD = 14;
const COUNTS = [1, 2, 3, 6, 12] as const;

/** Plans meetings of many cells for some months, each on its usual day; a cell that has one already is left alone. */
export function PlanDialog({
  cells,
  onClose,
}: {
  readonly cells: readonly UnitRow[];
  readonly onClose: () => void;
}): ReactNode {
  const office = useOffice();
  const thisMonth = useToday().slice(0, 7);
  const rules = useSetting('meeting-rules') ?? defaultMeetingRules;
  const known = useHabits(cells.map(({ id }) => id));
  const existing = useAllMeetings();
  const [kind, setKind] = useState<'regular' | 'thematic'>('regular');
  const [from, setFrom] = useState(listMonths(thisMonth, 2)[1] ?? thisMonth);
  const [count, setCount] = useState<number>(1);
  const [topic, setTopic] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [changed, setChanged] = useState<ReadonlyMap<string, Partial<CellHabit>>>(new Map());
  const [busy, setBusy] = useState(false);
  if (known === undefined || existing === undefined) return null;

  const habitFor = (id: string): CellHabit => ({ ...(known.get(id) ?? noHabit), ...changed.get(id) });
  const span = listMonths(from, count);
  const months = kind === 'regular' ? span : thematicMonths(span, rules.thematicEveryMonths);
  const chosen = cells.filter(({ id }) => !left.has(id));
  const hasWrongTime = chosen.some(({ id }) => parseTypedTime(habitFor(id).time) === undefined);
  const plan = {
    kind,
    months,
    topic: normalizeLine(topic),
    cells: chosen.map(({ id }) => ({
      id,
      habit: { ...habitFor(id), time: parseTypedTime(habitFor(id).time) ?? rules.usualTime },
    })),
  };
  const planned = planMeetings(plan, existing);
  const alreadyOf = (id: string): number =>
    left.has(id) ? 0 : months.length - planned.filter(({ fields }) => fields.unitId === id).length;
  const change = (id: string, part: Partial<CellHabit>): void =>
    setChanged(new Map(changed).set(id, { ...changed.get(id), ...part }));
  const toggle = (id: string): void => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    const saved = await planForCells(office, plan);
    setBusy(false);
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    onClose();
    notifyDone(meetingsText.done.planned(saved.value.made));
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={text.title} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <div className={screen.form}>
        <p className={`${screen.note ?? ''} ${screen.wide ?? ''}`}>{text.about}</p>
        <SegmentedControl
          aria-label={text.kind}
          value={kind}
          data={(['regular', 'thematic'] as const).map((value) => ({ value, label: meetingKindText[value] }))}
          onChange={(value) => setKind(value)}
        />
        <Select
          label={text.from}
          value={from}
          data={listMonths(thisMonth, MONTHS_AHEAD).map((month) => ({ value: month, label: sayMonth(month) }))}
          onChange={(value) => value !== null && setFrom(value)}
        />
        <Select
          label={text.count}
          value={String(count)}
          data={COUNTS.map((value) => ({ value: String(value), label: text.months(value) }))}
          onChange={(value) => value !== null && setCount(Number(value))}
        />
        {kind === 'thematic' && (
          <>
            <p className={`${screen.note ?? ''} ${screen.wide ?? ''}`}>
              {text.thematicHint(rules.thematicEveryMonths, months.map(sayMonth).join(', '))}
            </p>
            <TextInput
              className={screen.wide ?? ''}
              label={text.topic}
              value={topic}
              maxLength={200}
              onChange={(event) => setTopic(event.currentTarget.value)}
            />
          </>
        )}
        <div
          className={`${screen.choices ?? ''} ${screen.wide ?? ''}`}
          role="group"
          aria-label={text.cells}
          tabIndex={0}
        >
          <Table stickyHeader verticalSpacing="0.25rem">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>
                  <Checkbox
                    label={text.columns.cell}
                    aria-label={text.all}
                    checked={left.size === 0}
                    indeterminate={left.size > 0 && left.size < cells.length}
                    onChange={() => setLeft(left.size === 0 ? new Set(cells.map(({ id }) => id)) : new Set())}
                  />
                </Table.Th>
                <Table.Th>{text.columns.day}</Table.Th>
                <Table.Th>{text.columns.time}</Table.Th>
                <Table.Th>{text.columns.already}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {cells.map(({ id, name }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <Checkbox label={name} checked={!left.has(id)} onChange={() => toggle(id)} />
                  </Table.Td>
                  <Table.Td>
                    <NumberInput
                      w="5rem"
                      aria-label={text.dayOf(name)}
                      value={habitFor(id).day}
                      min={1}
                      max={31}
                      allowDecimal={false}
                      clampBehavior="strict"
                      onChange={(day) => typeof day === 'number' && change(id, { day })}
                    />
                  </Table.Td>
                  <Table.Td>
                    <TextInput
                      w="5.5rem"
                      aria-label={text.timeOf(name)}
                      value={habitFor(id).time}
                      error={parseTypedTime(habitFor(id).time) === undefined}
                      onChange={(event) => change(id, { time: event.currentTarget.value })}
                    />
                  </Table.Td>
                  <Table.Td>{text.already(alreadyOf(id))}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
        <Group className={screen.wide ?? ''} justify="flex-end">
          <Button variant="default" size="md" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <WriteButton
            size="md"
            loading={busy}
            disabled={planned.length === 0 || hasWrongTime}
            onClick={() => void save()}
          >
            {text.save(planned.length)}
          </WriteButton>
        </Group>
      </div>
    </Modal>
  );
}

const noHabit: CellHabit = {
  day: defaultMeetingRules.usualDay,
  time: defaultMeetingRules.usualTime,
  place: '',
  chair: '',
  clerk: '',
};

/** `12/2026` of `2026-12`. */
function sayMonth(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`;
}
