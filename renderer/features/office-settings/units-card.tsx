import { NumberInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { defaultUnitRules, type UnitRules } from '#shared/domain/unit/unit-rules.ts';
import { officeSettingsText } from '#renderer/messages/office-settings.ts';
import { SettingCard } from './setting-card.tsx';

const { units: text } = officeSettingsText;

const fields: readonly (readonly [field: keyof UnitRules, min: number, max: number])[] = [
  ['cellFrom', 1, 100],
  ['cellCommitteeFrom', 1, 200],
  ['baseCommitteeFrom', 1, 1000],
  ['termYears', 1, 10],
  ['termNoticeDays', 0, 1000],
];

/** Numbers by which organisations are warned about, and how long their terms are. */
export function UnitsCard({
  saved,
  disabled,
}: {
  readonly saved: UnitRules | null;
  readonly disabled: boolean;
}): ReactNode {
  const [value, setValue] = useState<UnitRules>(saved ?? defaultUnitRules);
  return (
    <SettingCard name="unit-rules" title={text.title} about={text.about} value={value} disabled={disabled}>
      {fields.map(([field, min, max]) => (
        <NumberInput
          key={field}
          label={text[field]}
          value={value[field]}
          min={min}
          max={max}
          allowDecimal={false}
          clampBehavior="blur"
          disabled={disabled}
          onChange={(next) => typeof next === 'number' && setValue({ ...value, [field]: next })}
        />
      ))}
    </SettingCard>
  );
}
