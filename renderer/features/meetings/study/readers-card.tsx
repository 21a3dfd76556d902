import { Button, Checkbox, Group, Select, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { percentOf } from '#shared/domain/meeting/compose-minutes.ts';
import { dayOfMeeting } from '#shared/domain/meeting/meeting-plan.ts';
import { countReaders } from '#shared/domain/study/study-figures.ts';
import { listPresent } from '#renderer/data/meetings/read-meeting.ts';
import { useHeldCells } from '#renderer/data/meetings/use-may-hold.ts';
import { useMeetingsOf } from '#renderer/data/meetings/use-meetings.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { UnitRow } from '#renderer/data/rows.ts';
import { noteReadings, takeReadingBack } from '#renderer/data/study/study-repository.ts';
import { useMembersOf, type StudyDetails } from '#renderer/data/study/use-study.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { studyText as text } from '#renderer/messages/study.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { WriteButton } from '#renderer/ui/write-button.tsx';
import classes from './study.module.css';

type ReadersCardProps = {
  readonly details: StudyDetails;
  readonly cell: UnitRow;
  readonly readers: readonly string[];
};

/** The members of a cell, each ticked who has studied it; or everybody who was in a meeting at once. */
export function ReadersCard({ details, cell, readers }: ReadersCardProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const { mayHold } = useHeldCells();
  const { item, readings } = details;
  const members = useMembersOf(readers) ?? [];
  const meetings = (useMeetingsOf(cell.id) ?? [])
    .filter(({ state }) => state === 'held' || state === 'closed')
    .reverse();
  const [isPicking, setPicking] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  const meetingId = picked ?? meetings[0]?.id ?? null;
  const mayNote = mayHold(cell.id);
  const { read, of } = countReaders(readers, new Set(readings.keys()));

  const toggle = async (memberId: string): Promise<void> => {
    const saved = readings.has(memberId)
      ? await takeReadingBack(office, item.id, memberId)
      : await noteReadings(office, item.id, [memberId], { on: today, meetingId: null });
    if (!saved.ok) notifyError(saved.error.code);
  };
  const noteMeeting = async (): Promise<void> => {
    const meeting = meetings.find(({ id }) => id === meetingId);
    if (meeting === undefined) return;
    const present = await listPresent(office, meeting.id);
    const saved = await noteReadings(office, item.id, present, { on: dayOfMeeting(meeting), meetingId: meeting.id });
    if (!saved.ok) {
      notifyError(saved.error.code);
      return;
    }
    setPicking(false);
    notifyDone(text.noted(saved.value.ops.length));
  };
  return (
    <section className={classes.card} aria-labelledby="readers-title">
      <div className={classes.facts}>
        <Title order={3} id="readers-title" className={classes.heading ?? ''}>
          {text.readers}
        </Title>
        <strong>{text.share(read, of, percentOf(read, of))}</strong>
      </div>
      {mayNote && !isPicking && (
        <Group>
          <WriteButton size="md" variant="light" title={text.wholeMeetingHint} onClick={() => setPicking(true)}>
            {text.wholeMeeting}
          </WriteButton>
        </Group>
      )}
      {isPicking &&
        (meetings.length === 0 ? (
          <p className={classes.grey}>{text.noMeeting}</p>
        ) : (
          <Group align="flex-end">
            <Select
              className={classes.words ?? ''}
              label={text.pickMeeting}
              value={meetingId}
              data={meetings.map((meeting) => ({
                value: meeting.id,
                label: `${formatDate(dayOfMeeting(meeting))} · ${meeting.title}`,
              }))}
              onChange={setPicked}
            />
            <WriteButton onClick={() => void noteMeeting()}>{text.form.save}</WriteButton>
            <Button variant="default" onClick={() => setPicking(false)}>
              {text.stop}
            </Button>
          </Group>
        ))}
      <ul className={classes.list}>
        {members.map(({ id, name }) => {
          const reading = readings.get(id);
          return (
            <li key={id} className={classes.row}>
              <Checkbox
                size="md"
                label={name.full}
                aria-label={text.mark(name.full)}
                checked={reading !== undefined}
                disabled={!mayNote}
                onChange={() => void toggle(id)}
              />
              <span className={classes.grey}>
                {reading === undefined ? text.notRead : text.readOn(formatDate(reading.on))}
                {reading !== undefined && reading.meetingId !== null && `, ${text.inMeeting}`}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
