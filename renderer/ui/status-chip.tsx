import type { ReactNode } from 'react';
import classes from './status-chip.module.css';

export type ChipTone = 'neutral' | 'red' | 'amber' | 'green' | 'blue' | 'primary';

type StatusChipProps = { readonly tone: ChipTone; readonly icon?: ReactNode; readonly children: ReactNode };

/** A state in words on a soft ground; colour only repeats what the words say. Bare elements: every row of a long list has one. */
export function StatusChip({ tone, icon, children }: StatusChipProps): ReactNode {
  return (
    <span className={classes.root} data-tone={tone}>
      {icon !== undefined && <span className={classes.section}>{icon}</span>}
      {children}
    </span>
  );
}
