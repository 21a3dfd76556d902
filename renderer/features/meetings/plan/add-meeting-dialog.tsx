import { Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { parseTypedTime } from '#shared/base/typed-time.ts';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import { dayInMonth, dayOfMeeting, habitOf, instantOf, listMonths } from '#shared/domain/meeting/meeting-plan.ts';
import { meetingKindSchema, type MeetingKind } from '#shared/domain/meeting/meeting-record.ts';
import { defaultMeetingRules } from '#shared/domain/meeting/meeting-rules.ts';
import { addMeeting } from '#renderer/data/meetings/meeting-repository.ts';
import { useMeetingsOf } from '#renderer/data/meetings/use-meetings.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { MeetingRow, UnitRow } from '#renderer/data/rows.ts';
import { useSetting } from '#renderer/data/settings/use-setting.ts';
import { undo } from '#renderer/data/undo.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { meetingKindText, meetingsText } from '#renderer/messages/meetings.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import screen from '../meetings-screen.module.css';

const text = meetingsText.addDialog;
const { prepare } = meetingsText;

type AddMeetingDialogProps = {
  readonly cells: readonly UnitRow[];
  /** The cell it is for, where there is only one or one was chosen. */
  readonly cellId: string | null;
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
};

/** Adds one meeting: which kind, when. Everything else follows the cell's habit and is changed later. */
export function AddMeetingDialog({ cells, cellId, onClose, onAdded }: AddMeetingDialogProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const rules = useSetting('meeting-rules');
  const [unitId, setUnitId] = useState(cellId);
  const meetings = useMeetingsOf(unitId);
  const [kind, setKind] = useState<MeetingKind>('regular');
  const [topic, setTopic] = useState('');
  const [typedDay, setTypedDay] = useState<PlainDate | null>(null);
  const [typedTime, setTypedTime] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const habit = habitOf(unitId ?? '', meetings ?? [], rules ?? defaultMeetingRules);
  const day = typedDay ?? proposeDay(habit.day, today, meetings ?? []);
  const time = typedTime ?? habit.time;
  const isReady = unitId !== null && problem === null && parseTypedTime(time) !== undefined && meetings !== undefined;
  const isTwice =
    kind === 'regular' &&
    (meetings ?? []).some(
      (each) =>
        each.kind === 'regular' && each.state !== 'cancelled' && dayOfMeeting(each).slice(0, 7) === day.slice(0, 7),
    );
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady) return;
    const startsAt = instantOf(day, parseTypedTime(time) ?? habit.time);
    const { place, chair, clerk } = habit;
    const saved = await addMeeting(office, {
      unitId,
      kind,
      startsAt,
      topic: normalizeLine(topic),
      place,
      chair,
      clerk,
    });
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    onClose();
    onAdded(saved.value.id);
    notifyDone(meetingsText.done.added(meetingKindText[kind]), { undo: () => void undo(office, saved.value) });
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={text.title} closeButtonProps={{ 'aria-label': sharedText.close }}>
      <form className={screen.form} onSubmit={(event) => void save(event)} noValidate>
        {cells.length > 1 && (
          <Select
            className={screen.wide ?? ''}
            label={text.cell}
            searchable
            required
            value={unitId}
            data={cells.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setUnitId}
          />
        )}
        <Select
          label={text.kind}
          value={kind}
          data={meetingKindSchema.options.map((value) => ({ value, label: meetingKindText[value] }))}
          onChange={(value) => {
            const next = meetingKindSchema.safeParse(value);
            if (next.success) setKind(next.data);
          }}
        />
        <DateField
          label={prepare.day}
          value={day}
          today={today}
          onChange={(value, wrong) => {
            setProblem(wrong);
            if (wrong === null) setTypedDay(value);
          }}
        />
        <TextInput
          label={prepare.time}
          value={time}
          maxLength={20}
          error={parseTypedTime(time) === undefined && prepare.timeWrong}
          onChange={(event) => setTypedTime(event.currentTarget.value)}
        />
        {kind !== 'regular' && (
          <TextInput
            className={screen.wide ?? ''}
            label={text.topic}
            value={topic}
            maxLength={200}
            onChange={(event) => setTopic(event.currentTarget.value)}
          />
        )}
        {day < today && <p className={`${screen.note ?? ''} ${screen.wide ?? ''}`}>{text.past}</p>}
        {isTwice && <p className={`${screen.warning ?? ''} ${screen.wide ?? ''}`}>{text.twice}</p>}
        <Group className={screen.wide ?? ''} justify="flex-end">
          <Button variant="default" size="md" onClick={onClose}>
            {sharedText.cancel}
          </Button>
          <WriteButton type="submit" size="md" disabled={!isReady}>
            {text.save}
          </WriteButton>
        </Group>
      </form>
    </Modal>
  );
}

/** The usual day of this month; of the next one when it is past or the cell has met this month. */
function proposeDay(usualDay: number, today: PlainDate, meetings: readonly MeetingRow[]): PlainDate {
  const [month = '', next = ''] = listMonths(today.slice(0, 7), 2);
  const here = dayInMonth(month, usualDay);
  const hasMet = meetings.some((each) => each.kind === 'regular' && dayOfMeeting(each).startsWith(month));
  return here < today || hasMet ? dayInMonth(next, usualDay) : here;
}
