import type { ReactNode } from 'react';
import classes from './screen-split.module.css';

type ScreenSplitProps = {
  readonly list: ReactNode;
  readonly detail?: ReactNode;
  /** Width of the right side; grows with the type. */
  readonly detailWidth?: string;
};

/** The list that fills the window and the one chosen thing beside it. */
export function ScreenSplit({ list, detail, detailWidth = '28.25rem' }: ScreenSplitProps): ReactNode {
  return (
    <div className={classes.root}>
      <section className={classes.list}>{list}</section>
      {detail !== undefined && (
        <aside className={classes.detail} style={{ width: detailWidth }}>
          {detail}
        </aside>
      )}
    </div>
  );
}
