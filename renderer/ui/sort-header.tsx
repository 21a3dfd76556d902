import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './virtual-table.module.css';

type SortHeaderProps = {
  readonly sortable: boolean;
  readonly direction: false | 'asc' | 'desc';
  readonly onToggle: () => void;
  readonly children: ReactNode;
};

/** A column's head; a press sorts by it, a second press turns the order round. */
export function SortHeader({ sortable, direction, onToggle, children }: SortHeaderProps): ReactNode {
  if (!sortable) {
    return (
      <div role="columnheader" className={classes.headCell}>
        {children}
      </div>
    );
  }
  const Arrow = direction === 'asc' ? IconArrowUp : IconArrowDown;
  const order = direction === false ? 'none' : direction === 'asc' ? 'ascending' : 'descending';
  return (
    <div role="columnheader" aria-sort={order} className={classes.headCell}>
      <UnstyledButton className={classes.sort} onClick={onToggle}>
        {children}
        {direction !== false && <Arrow className={classes.arrow} aria-hidden />}
      </UnstyledButton>
    </div>
  );
}
