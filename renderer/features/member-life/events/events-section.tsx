import { Button, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { addDays, toPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { addMonths } from '#shared/domain/member/party-age.ts';
import { eventKinds, eventKindTable } from '#shared/domain/member-life/event-kind-table.ts';
import { useCellChoice } from '#renderer/data/organisation/use-cell-choice.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { memberEventsText as text } from '#renderer/messages/member-events.ts';
import { eventGroupText } from '#renderer/messages/member-life.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import type { EventFilter, EventLine } from './event-filter.ts';
import { EventsExport } from './events-export.tsx';
import { EventsTable } from './events-table.tsx';
import classes from './member-events.module.css';

type EventsSectionProps = {
  readonly lines: readonly EventLine[];
  readonly filter: EventFilter;
  readonly onFilter: (filter: EventFilter) => void;
};

const groups = [...new Set(eventKinds.map((kind) => eventKindTable[kind].group))];
const groupChoices = [
  { value: '', label: text.allGroups },
  ...groups.map((group) => ({ value: group, label: eventGroupText[group] })),
  { value: 'proposed', label: text.onlyProposed },
  { value: 'void', label: text.onlyVoid },
] as const;

/** Events of a period with the decisions they rest on, under filters; printed or taken out with a reason. */
export function EventsSection({ lines, filter, onFilter }: EventsSectionProps): ReactNode {
  const today = useToday();
  const cells = useCellChoice(filter.unitId);
  const isFine = filter.from <= filter.to;
  const spans = spansOf(today);
  return (
    <>
      <EventsExport lines={lines} filter={filter} />
      <div className={classes.controls}>
        <div className={classes.spans} role="group" aria-label={text.spans.label}>
          {(Object.keys(spans) as (keyof typeof spans)[]).map((span) => (
            <Button
              key={span}
              variant={filter.from === spans[span].from && filter.to === spans[span].to ? 'light' : 'default'}
              onClick={() => onFilter({ ...filter, ...spans[span] })}
            >
              {text.spans[span]}
            </Button>
          ))}
        </div>
        <DateField
          className={classes.day}
          label={text.from}
          value={filter.from}
          today={today}
          onChange={(from) => from !== null && onFilter({ ...filter, from })}
        />
        <DateField
          className={classes.day}
          label={text.to}
          value={filter.to}
          today={today}
          error={isFine ? undefined : text.badSpan}
          onChange={(to) => to !== null && onFilter({ ...filter, to })}
        />
        <Select
          className={classes.choice ?? ''}
          label={text.group}
          data={[...groupChoices]}
          value={filter.group}
          allowDeselect={false}
          onChange={(group) => {
            const chosen = groupChoices.find(({ value }) => value === group);
            if (chosen !== undefined) onFilter({ ...filter, group: chosen.value });
          }}
        />
        <Select
          className={classes.choice ?? ''}
          label={text.cell}
          data={[{ value: '', label: text.allCells }, ...cells]}
          value={filter.unitId ?? ''}
          allowDeselect={false}
          searchable
          onChange={(unitId) => onFilter({ ...filter, unitId: unitId === null || unitId === '' ? null : unitId })}
        />
      </div>
      <EventsTable key={JSON.stringify(filter)} lines={lines} />
    </>
  );
}

type Span = { readonly from: PlainDate; readonly to: PlainDate };

function spansOf(today: PlainDate): Readonly<Record<'month' | 'quarter' | 'year' | 'lastYear', Span>> {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const from = (y: number, m: number): PlainDate => toPlainDate(`${String(y)}-${String(m).padStart(2, '0')}-01`);
  const span = (start: PlainDate, months: number): Span => ({ from: start, to: addDays(addMonths(start, months), -1) });
  return {
    month: span(from(year, month), 1),
    quarter: span(from(year, month - ((month - 1) % 3)), 3),
    year: span(from(year, 1), 12),
    lastYear: span(from(year - 1, 1), 12),
  };
}
