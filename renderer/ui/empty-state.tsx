import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

type EmptyStateProps = {
  readonly icon: Icon;
  readonly title: string;
  /** What to do first. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

/** What stands where nothing is yet: never a blank. */
export function EmptyState({ icon: Picture, title, children, action }: EmptyStateProps): ReactNode {
  return (
    <div className={classes.root}>
      <Picture className={classes.icon} stroke={1.3} aria-hidden />
      <p className={classes.title}>{title}</p>
      {children !== undefined && <div className={classes.text}>{children}</div>}
      {action}
    </div>
  );
}
