import { Autocomplete } from '@mantine/core';
import type { ReactNode } from 'react';

type FindFieldProps<Found> = {
  readonly label: string;
  readonly description?: string;
  readonly className?: string | undefined;
  readonly typed: string;
  /** What fits what was typed, with a name for each. */
  readonly found: readonly Found[];
  readonly onType: (typed: string) => void;
  readonly onPick: (found: Found) => void;
};

/** Finds one of many by typing: what fits is offered as it was found, and one is picked. */
export function FindField<Found extends { readonly label: string }>({
  label,
  description,
  className,
  typed,
  found,
  onType,
  onPick,
}: FindFieldProps<Found>): ReactNode {
  return (
    <Autocomplete
      className={className ?? ''}
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={found.map((each) => each.label)}
      value={typed}
      filter={({ options }) => options}
      onChange={onType}
      onOptionSubmit={(chosen) => {
        const picked = found.find((each) => each.label === chosen);
        if (picked !== undefined) onPick(picked);
      }}
    />
  );
}
