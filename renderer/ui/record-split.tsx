import type { ReactNode } from 'react';
import classes from './record-split.module.css';

type RecordSplitProps = {
  readonly list: ReactNode;
  readonly record: ReactNode;
  /** What the right side is, for screen readers. */
  readonly recordLabel: string;
};

/** A narrow list to choose from and the whole record beside it: for what is read and filled in at length. */
export function RecordSplit({ list, record, recordLabel }: RecordSplitProps): ReactNode {
  return (
    <div className={classes.root}>
      <section className={classes.list}>{list}</section>
      <section className={classes.record} aria-label={recordLabel}>
        {record}
      </section>
    </div>
  );
}
