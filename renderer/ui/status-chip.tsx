import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './status-chip.module.css';

export type ChipTone = 'neutral' | 'red' | 'amber' | 'green' | 'blue' | 'primary';

type StatusChipProps = { readonly tone: ChipTone; readonly icon?: ReactNode; readonly children: ReactNode };

/** A state in words on a soft ground; colour only repeats what the words say. */
export function StatusChip({ tone, icon, children }: StatusChipProps): ReactNode {
  return (
    <Badge variant="transparent" radius="sm" leftSection={icon} classNames={classes} mod={{ tone }}>
      {children}
    </Badge>
  );
}
