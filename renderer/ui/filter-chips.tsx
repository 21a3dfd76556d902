import { formatCount } from '#renderer/messages/format-count.ts';
import { Chip } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './filter-chips.module.css';

export type FilterOption<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  readonly count?: number | undefined;
};

type FilterChipsProps<Id extends string> = {
  readonly label: string;
  readonly options: readonly FilterOption<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  /** Stands at the right end of the line. */
  readonly after?: ReactNode;
};

/** One choice of a few, each with how many it holds. */
export function FilterChips<Id extends string>({
  label,
  options,
  value,
  onChange,
  after,
}: FilterChipsProps<Id>): ReactNode {
  return (
    <div className={classes.row}>
      <div className={classes.chips} role="group" aria-label={label}>
        <Chip.Group value={value} onChange={(id) => onChange(id)}>
          {options.map((option) => (
            <Chip key={option.id} value={option.id} variant="outline" classNames={classes}>
              {option.count === undefined ? option.label : `${option.label} ${formatCount(option.count)}`}
            </Chip>
          ))}
        </Chip.Group>
      </div>
      {after}
    </div>
  );
}
