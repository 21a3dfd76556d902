import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { unitLifeText } from '#renderer/messages/unit-life.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import classes from './organisation-screen.module.css';

type TreeDayProps = { readonly day: PlainDate | null; readonly onDay: (day: PlainDate | null) => void };

/** Chooses the day of which the tree is shown; `null` is today. */
export function TreeDay({ day, onDay }: TreeDayProps): ReactNode {
  const today = useToday();
  const text = unitLifeText.day;
  return (
    <div className={classes.day}>
      <DateField
        label={text.label}
        value={day ?? today}
        today={today}
        onChange={(value) => {
          if (value !== null) onDay(value === today ? null : value);
        }}
      />
      {day !== null && (
        <>
          <Button size="compact-sm" variant="default" onClick={() => onDay(null)}>
            {text.today}
          </Button>
          <p className={classes.note} role="status">
            {text.past(formatDate(day))}
          </p>
        </>
      )}
    </div>
  );
}
