import { SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { useLifeBoard } from '#renderer/data/members/use-life-board.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { memberEventsText as text } from '#renderer/messages/member-events.ts';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { BoardSection } from './board-section.tsx';
import { DueSection } from './due-section.tsx';
import { EventsSection } from './events-section.tsx';
import { eventsUnder, isOpenEvent, type EventFilter } from './event-filter.ts';
import classes from './member-events.module.css';
import { WaitingSection } from './waiting-section.tsx';

const sides = ['list', 'waiting', 'board', 'due'] as const;
type Side = (typeof sides)[number];

/** Biến động: what happened to members in a period, what waits for a second person, who is on the way into the Party, and what falls due. */
export function MemberEventsScreen(): ReactNode {
  useHelp(text.help);
  const today = useToday();
  const board = useLifeBoard();
  const [side, setSide] = useState<Side>('list');
  const [filter, setFilter] = useState<EventFilter>(() => ({
    from: toPlainDate(`${today.slice(0, 4)}-01-01`),
    to: toPlainDate(`${today.slice(0, 4)}-12-31`),
    group: '',
    unitId: null,
  }));
  if (board === undefined) return null;
  const shown = eventsUnder(board.events, filter);
  const proposed = board.events.filter(isOpenEvent);
  const waiting = board.changes.length + proposed.length;
  const counts: Readonly<Record<Side, number>> = {
    list: 0,
    waiting,
    board: 0,
    due: board.due.length,
  };
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <PageHeader title={text.title} subtitle={text.summary(shown.length, waiting)} />
        <SegmentedControl
          aria-label={text.sides.label}
          data={sides.map((value) => ({ value, label: text.withCount(text.sides[value], counts[value]) }))}
          value={side}
          onChange={setSide}
        />
      </div>
      {side === 'list' && <EventsSection lines={shown} filter={filter} onFilter={setFilter} />}
      {side === 'waiting' && <WaitingSection changes={board.changes} proposed={proposed} />}
      {side === 'board' && <BoardSection people={board.people} />}
      {side === 'due' && <DueSection due={board.due} />}
    </div>
  );
}
