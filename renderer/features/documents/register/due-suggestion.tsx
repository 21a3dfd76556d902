import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { WorkCalendar } from '#shared/domain/calendar/work-days.ts';
import { DEFAULT_DEADLINE_DAYS, defaultDeadline } from '#shared/domain/document/deadline.ts';
import { registerText as text } from '#renderer/messages/register.ts';
import classes from './register.module.css';

type DueSuggestionProps = {
  readonly from: PlainDate;
  readonly calendar: WorkCalendar;
  readonly onTake: (dueOn: PlainDate) => void;
};

/** The usual deadline, taken by a click: most papers ask for nothing by a day. */
export function DueSuggestion({ from, calendar, onTake }: DueSuggestionProps): ReactNode {
  const dueOn = defaultDeadline(from, DEFAULT_DEADLINE_DAYS, calendar);
  return (
    <UnstyledButton className={classes.typeHint} onClick={() => onTake(dueOn)}>
      {text.dueSuggestion(DEFAULT_DEADLINE_DAYS, formatDate(dueOn))}
    </UnstyledButton>
  );
}
