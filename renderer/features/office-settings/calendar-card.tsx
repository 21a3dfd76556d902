import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { addDays, isWeekend, type PlainDate } from '#shared/base/plain-date.ts';
import { holidayBasis } from '#shared/domain/calendar/public-holiday-table.ts';
import { dayOffReason, type DayOffReason } from '#shared/domain/calendar/work-days.ts';
import type { SettingValue } from '#shared/domain/setting/setting-table.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { officeSettingsText as text } from '#renderer/messages/office-settings.ts';
import { DayList } from './day-list.tsx';
import classes from './office-settings.module.css';
import { SettingCard } from './setting-card.tsx';

type Calendar = SettingValue<'work-calendar'>;

const LOOK_AHEAD_DAYS = 200;
const SHOWN = 8;

/** Days the office takes off or works beside those of the law, and what comes of it in the next months. */
export function CalendarCard({
  saved,
  disabled,
}: {
  readonly saved: Calendar | null;
  readonly disabled: boolean;
}): ReactNode {
  const today = useToday();
  const [value, setValue] = useState<Calendar>(saved ?? { daysOff: [], daysWorked: [] });
  const coming = comingDaysOff(today, value);
  const last = coming.at(-1)?.day ?? today;
  return (
    <SettingCard
      name="work-calendar"
      title={text.calendar}
      about={text.calendarAbout}
      value={value}
      disabled={disabled}
    >
      <DayList
        label={text.daysOff}
        days={value.daysOff}
        disabled={disabled}
        onChange={(daysOff) => setValue({ ...value, daysOff: [...daysOff] })}
      />
      <DayList
        label={text.daysWorked}
        days={value.daysWorked}
        disabled={disabled}
        onChange={(daysWorked) => setValue({ ...value, daysWorked: [...daysWorked] })}
      />
      <h3 className={classes.part}>{text.nextHolidays}</h3>
      <ul className={classes.days}>
        {coming.map(({ day, reason }) => (
          <li key={day}>{text.holidayLine(formatDate(day), reason)}</li>
        ))}
      </ul>
      {holidayBasis(Number(last.slice(0, 4))) !== 'announced' && (
        <p className={classes.about}>{text.computed(last.slice(0, 4))}</p>
      )}
    </SettingCard>
  );
}

/** The next days off that are no plain weekend. */
function comingDaysOff(
  today: PlainDate,
  calendar: Calendar,
): readonly { readonly day: PlainDate; readonly reason: DayOffReason }[] {
  const found: { day: PlainDate; reason: DayOffReason }[] = [];
  for (let after = 0; after < LOOK_AHEAD_DAYS && found.length < SHOWN; after += 1) {
    const day = addDays(today, after);
    const reason = dayOffReason(day, calendar);
    if (reason !== undefined && reason !== 'weekend' && !(reason === 'holiday' && isWeekend(day)))
      found.push({ day, reason });
  }
  return found;
}
