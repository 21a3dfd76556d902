import { formatCount } from '#renderer/messages/format-count.ts';
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { todayText } from '#renderer/messages/today.ts';
import type { CardId, TodayCard } from './today-cards.ts';
import classes from './today-figures.module.css';

/** The figures of the day; each leads to where the work is. */
export function TodayFigures({
  cards,
  onShow,
}: {
  readonly cards: readonly TodayCard[];
  readonly onShow: (id: CardId) => void;
}): ReactNode {
  return (
    <div className={classes.frame}>
      <ul className={classes.root} aria-label={todayText.figures}>
        {cards.map(({ id, count, alarm }) => (
          <li key={id}>
            <UnstyledButton
              className={classes.figure ?? ''}
              data-alarm={alarm || undefined}
              data-none={count === 0 || undefined}
              onClick={() => onShow(id)}
            >
              <span className={classes.count}>{formatCount(count)}</span>
              <span className={classes.label}>{todayText.cards[id].label}</span>
              <span className={classes.hint}>{todayText.cards[id].hint}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
