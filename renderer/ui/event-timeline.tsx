import { Timeline } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './event-timeline.module.css';

export type TimelineItem = {
  readonly key: string;
  readonly title: ReactNode;
  readonly time?: string | undefined;
  /** Words somebody wrote, shown in a frame of their own. */
  readonly quote?: string | undefined;
  readonly chip?: ReactNode;
  /** Where the matter stands now. */
  readonly current?: boolean | undefined;
};

/** What happened, newest first. */
export function EventTimeline({ items }: { readonly items: readonly TimelineItem[] }): ReactNode {
  return (
    <Timeline bulletSize="0.875rem" lineWidth={2} classNames={classes}>
      {items.map((item) => (
        <Timeline.Item key={item.key} mod={{ current: item.current === true }}>
          <div className={classes.line}>
            {item.title}
            {item.time !== undefined && <span className={classes.time}> · {item.time}</span>} {item.chip}
          </div>
          {item.quote !== undefined && <p className={classes.quote}>{item.quote}</p>}
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
