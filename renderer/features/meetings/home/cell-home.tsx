import { Button, Group, Title } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { daysBetween } from '#shared/base/plain-date.ts';
import { dayOfMeeting } from '#shared/domain/meeting/meeting-plan.ts';
import { isAhead } from '#shared/domain/meeting/meeting-states.ts';
import { standingOf } from '#shared/domain/study/study-figures.ts';
import { useHeldCells } from '#renderer/data/meetings/use-may-hold.ts';
import { useMeeting, useMeetingsOf, useOpenTasks } from '#renderer/data/meetings/use-meetings.ts';
import { useReaders, useStudyItems } from '#renderer/data/study/use-study.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { cellHomeText as text } from '#renderer/messages/cell-home.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { sayWhen } from '../meeting-words.ts';
import { PackButton } from '../pack/pack-button.tsx';
import classes from './cell-home.module.css';

/** What a cell's secretary comes for: the next meeting with its papers to print, and what is not finished. */
export function CellHome(): ReactNode {
  const { ownId } = useHeldCells();
  return ownId === null ? null : <HomeOf cellId={ownId} />;
}

function HomeOf({ cellId }: { readonly cellId: string }): ReactNode {
  const navigate = useNavigate();
  const today = useToday();
  const meetings = useMeetingsOf(cellId);
  const next = meetings?.find((each) => isAhead(each.state) && dayOfMeeting(each) >= today);
  const details = useMeeting(next?.id);
  if (meetings === undefined) return null;
  const unfinished = meetings.filter(
    (each) => each.state === 'held' || (isAhead(each.state) && dayOfMeeting(each) < today),
  );
  return (
    <div className={classes.root}>
      <section className={classes.card} aria-labelledby="next-meeting">
        <Title order={2} id="next-meeting" className={classes.title ?? ''}>
          {text.next}
        </Title>
        {next === undefined ? (
          <>
            <p className={classes.grey}>{text.noNext}</p>
            <Group>
              <Button size="md" variant="default" onClick={() => navigate(routes.meetings())}>
                {text.plan}
              </Button>
            </Group>
          </>
        ) : (
          <>
            <p className={classes.when}>
              {sayWhen(next)} <StatusChip tone="blue">{daysUntil(daysBetween(today, dayOfMeeting(next)))}</StatusChip>
            </p>
            <p className={classes.name}>{[next.title, next.place].filter((word) => word !== '').join(' · ')}</p>
            <Group gap="sm">
              {details !== null && details !== undefined && <PackButton details={details} />}
              <Button
                size="md"
                variant="default"
                leftSection={<IconCalendarEvent size="1.25rem" aria-hidden />}
                onClick={() => navigate(routes.meeting(next.id))}
              >
                {text.open}
              </Button>
            </Group>
          </>
        )}
      </section>
      <section className={classes.card} aria-labelledby="unfinished">
        <Title order={2} id="unfinished" className={classes.title ?? ''}>
          {text.unfinished}
        </Title>
        <Unfinished cellId={cellId} meetings={unfinished.map(({ id, title }) => ({ id, title }))} />
      </section>
    </div>
  );
}

function daysUntil(days: number): string {
  return days === 0 ? text.today : days === 1 ? text.tomorrow : sharedText.daysLeft(days);
}

type UnfinishedProps = {
  readonly cellId: string;
  readonly meetings: readonly { readonly id: string; readonly title: string }[];
};

/** Meetings without minutes, work that is late, papers that should have been studied. */
function Unfinished({ cellId, meetings }: UnfinishedProps): ReactNode {
  const navigate = useNavigate();
  const today = useToday();
  const tasks = (useOpenTasks(cellId) ?? []).filter(({ task }) => task.dueOn !== null && task.dueOn < today);
  const readers = useReaders(cellId);
  const items = useStudyItems(cellId, readers) ?? [];
  const late = items.filter(({ item, share }) => standingOf(item, share, today) === 'late');
  const lines: readonly { readonly key: string; readonly words: string; readonly place: string }[] = [
    ...meetings.map(({ id, title }) => ({ key: id, words: text.meeting(title), place: routes.meeting(id) })),
    ...tasks.map(({ task, meeting }) => ({
      key: task.id,
      words: text.task(task.text),
      place: routes.meeting(meeting.id),
    })),
    ...late.map(({ item, share }) => ({
      key: item.id,
      words: text.study(item.title, share.of - share.read),
      place: routes.studyItem(item.id),
    })),
  ];
  if (lines.length === 0) return <p className={classes.grey}>{text.nothing}</p>;
  return (
    <ul className={classes.list}>
      {lines.map(({ key, words, place }) => (
        <li key={key} className={classes.line}>
          <span className={classes.words}>{words}</span>
          <Button variant="default" onClick={() => navigate(place)}>
            {text.show}
          </Button>
        </li>
      ))}
    </ul>
  );
}
