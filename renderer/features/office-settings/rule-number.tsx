import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { ruleSettingsText as text } from '#renderer/messages/rule-settings.ts';

type RuleNumberProps = {
  readonly label: string;
  readonly value: number;
  /** What it is where nobody changed it; said below the field. */
  readonly usual?: number;
  readonly min: number;
  readonly max: number;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
};

/** A rule that is a whole number. */
export function RuleNumber({ label, value, usual, min, max, disabled, onChange }: RuleNumberProps): ReactNode {
  return (
    <NumberInput
      label={label}
      description={usual === undefined || usual === value ? undefined : text.usual(usual)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      min={min}
      max={max}
      allowDecimal={false}
      clampBehavior="blur"
      disabled={disabled}
      onChange={(next) => typeof next === 'number' && onChange(Math.min(max, Math.max(min, next)))}
    />
  );
}
