import { SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { useLifeEvents } from '#renderer/data/members/use-life-board.ts';
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
  const life = useLifeEvents();
  const [side, setSide] = useState<Side>('list');
  const [filter, setFilter] = useState<EventFilter>(() => ({
    from: toPlainDate(`${today.slice(0, 4)}-01-01`),
    to: toPlainDate(`${today.slice(0, 4)}-12-31`),
    group: '',
    unitId: null,
  }));
  if (life === undefined) return null;
  const shown = eventsUnder(life.events, filter);
  const proposed = life.events.filter(isOpenEvent);
  const waiting = life.changes.length + proposed.length;
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <PageHeader title={text.title} subtitle={text.summary(shown.length, waiting)} />
        <SegmentedControl
          aria-label={text.sides.label}
          data={sides.map((value) => ({
            value,
            label: value === 'waiting' ? text.withCount(text.sides.waiting, waiting) : text.sides[value],
          }))}
          value={side}
          onChange={setSide}
        />
      </div>
      {side === 'list' && <EventsSection lines={shown} filter={filter} onFilter={setFilter} />}
      {side === 'waiting' && <WaitingSection changes={life.changes} proposed={proposed} />}
      {side === 'board' && <BoardSection />}
      {side === 'due' && <DueSection />}
    </div>
  );
}
