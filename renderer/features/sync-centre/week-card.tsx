import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { useLineHistory } from '#renderer/data/review/use-review.ts';
import { syncText } from '#renderer/messages/sync.ts';
import { durationInWords } from '#renderer/ui/duration-words.ts';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import classes from './week-card.module.css';

const poorMinutes = 120;
const dayMinutes = 24 * 60;
/** With less than this in all there is nothing to compare yet. */
const leastMinutes = 60;

/** How many hours a day the line was there, this week. */
export function WeekCard(): ReactNode {
  const days = useLineHistory();
  const text = syncText.week;
  const most = Math.max(60, ...(days ?? []).map(({ minutes }) => Math.min(dayMinutes, minutes)));
  // A PC that has only just joined has nothing to compare.
  if (days === undefined || days.reduce((sum, { minutes }) => sum + minutes, 0) < leastMinutes) return null;
  return (
    <SectionCard title={text.title}>
      <ul className={classes.days}>
        {days.map(({ day, minutes }) => {
          const short = formatDate(day).slice(0, 5);
          const words = text.day(short, text.hours(durationInWords(minutes * 60_000)));
          return (
            <li key={day} className={classes.day} title={words}>
              <span className={classes.column} role="img" aria-label={words}>
                <span
                  className={classes.bar}
                  data-poor={minutes < poorMinutes || undefined}
                  style={{ height: `${String(Math.max(3, (minutes / most) * 100))}%` }}
                />
              </span>
              <span className={classes.date} aria-hidden>
                {short}
              </span>
            </li>
          );
        })}
      </ul>
      <p className={classes.caption}>{text.caption}</p>
    </SectionCard>
  );
}
