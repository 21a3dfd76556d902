import { formatCount } from '#renderer/messages/format-count.ts';
import { Progress, Title } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { documentStateText } from '#renderer/messages/record-fields.ts';
import { todayText } from '#renderer/messages/today.ts';
import classes from './card.module.css';
import chart from './chart.module.css';

type StatesCardProps = {
  readonly counts: Readonly<Record<'awaiting-directive' | 'in-progress' | 'for-information' | 'done', number>>;
};

const parts = [
  { state: 'awaiting-directive', tone: 'blue', color: 'blue.6' },
  { state: 'in-progress', tone: 'amber', color: 'var(--hx-amber-dot)' },
  { state: 'done', tone: 'green', color: 'green.6' },
  { state: 'for-information', tone: 'neutral', color: 'var(--hx-ink-3)' },
] as const;

/** Where the papers stand, as one bar and in figures. */
export const StatesCard = memo(function StatesCard({ counts }: StatesCardProps): ReactNode {
  const text = todayText.charts;
  const total = parts.reduce((sum, { state }) => sum + counts[state], 0);
  return (
    <section className={classes.card} aria-labelledby="states-title">
      <header className={classes.header}>
        <Title order={2} id="states-title" className={classes.title ?? ''}>
          {text.states}
        </Title>
        {total > 0 && <span className={classes.grey}>{text.arrivalsTotal(formatCount(total))}</span>}
      </header>
      {total === 0 ? (
        <p className={classes.grey}>{text.none}</p>
      ) : (
        <div className={chart.states}>
          <Progress.Root size="lg" aria-hidden>
            {parts.map(({ state, color }) => (
              <Progress.Section key={state} value={(counts[state] / total) * 100} color={color} withAria={false} />
            ))}
          </Progress.Root>
          <ul className={chart.legend} aria-label={text.states}>
            {parts.map(({ state, tone }) => (
              <li key={state} className={chart.part}>
                <span className={chart.swatch} data-tone={tone} aria-hidden />
                {documentStateText[state]} <b>{formatCount(counts[state])}</b>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
});
