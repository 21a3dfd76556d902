import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { readMonth, showMonth } from '#shared/domain/fee/typed-month.ts';
import { ruleSettingsText } from '#renderer/messages/rule-settings.ts';

type MonthFieldProps = {
  readonly label: string;
  readonly month: string;
  readonly disabled: boolean;
  readonly onChange: (month: string) => void;
};

/** A month typed as digits; `label` is read aloud only. What is no month is said when the field is left, and the month before it stays. */
export function MonthField({ label, month, disabled, onChange }: MonthFieldProps): ReactNode {
  const [typed, setTyped] = useState(() => showMonth(month));
  const [isWrong, setWrong] = useState(false);
  return (
    <TextInput
      aria-label={label}
      value={typed}
      disabled={disabled}
      error={isWrong && ruleSettingsText.fee.monthWrong}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        const read = readMonth(typed);
        setWrong(read === undefined);
        if (read === undefined || read === month) return;
        setTyped(showMonth(read));
        onChange(read);
      }}
    />
  );
}
