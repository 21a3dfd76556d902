import type { ReactNode } from 'react';
import type { PartProps } from '../part-props.ts';
import { OpinionsCard } from './opinions-card.tsx';
import { VotesCard } from './votes-card.tsx';
import classes from './discussion.module.css';

/** What was said before and in the meeting, and what was voted on. */
export function DiscussionTab(props: PartProps): ReactNode {
  return (
    <div className={classes.root}>
      <OpinionsCard {...props} />
      <VotesCard {...props} />
    </div>
  );
}
