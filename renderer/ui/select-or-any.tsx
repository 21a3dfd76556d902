import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { sharedText } from '#renderer/messages/shared.ts';

const ANY = 'any';
/** More options than these are better typed than looked for. */
const MOST_SEEN = 8;

type SelectOrAnyProps<V extends string> = {
  readonly label: string;
  /** Null: any. */
  readonly value: V | null;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V | null) => void;
};

/** A condition of a list: one of these, or any. */
export function SelectOrAny<V extends string>({ label, value, options, onChange }: SelectOrAnyProps<V>): ReactNode {
  return (
    <Select
      label={label}
      value={value ?? ANY}
      searchable={options.length > MOST_SEEN}
      data={[{ value: ANY, label: sharedText.any }, ...options]}
      onChange={(chosen) => onChange(chosen === null || chosen === ANY ? null : chosen)}
    />
  );
}
