import { useEffect, useState } from 'react';
import { addDays, startOfDayMs, type PlainDate } from '#shared/base/plain-date.ts';
import { useOffice } from './office-context.tsx';

/** Today in Vietnam by corrected time; moves on at midnight. */
export function useToday(): PlainDate {
  const office = useOffice();
  const [today, setToday] = useState(() => office.today());
  useEffect(() => {
    const untilMidnight = startOfDayMs(addDays(today, 1)) - office.nowMs();
    // A slept PC wakes late; an hour is also the longest a wrong clock is believed.
    const timer = setTimeout(
      () => {
        setToday(office.today());
      },
      Math.min(Math.max(untilMidnight, 1000), 3_600_000),
    );
    return () => {
      clearTimeout(timer);
    };
  });
  return today;
}
