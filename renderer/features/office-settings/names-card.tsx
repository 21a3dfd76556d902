import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { SettingValue } from '#shared/domain/setting/setting-table.ts';
import { officeSettingsText as text } from '#renderer/messages/office-settings.ts';
import { SettingCard } from './setting-card.tsx';

type Names = SettingValue<'office-name'>;

const none: Names = { organId: '', partyAbove: '', partyName: '', stateAbove: '', stateName: '', place: '' };
const longest: Readonly<Record<keyof Names, number>> = {
  organId: 40,
  partyAbove: 200,
  partyName: 200,
  stateAbove: 200,
  stateName: 200,
  place: 80,
};
const fields = Object.keys(longest) as readonly (keyof Names)[];

/** Who the office is on papers and in the exchange. */
export function NamesCard({
  saved,
  disabled,
}: {
  readonly saved: Names | null;
  readonly disabled: boolean;
}): ReactNode {
  const [value, setValue] = useState<Names>(saved ?? none);
  return (
    <SettingCard name="office-name" title={text.names} value={value} disabled={disabled}>
      {fields.map((field) => (
        <TextInput
          key={field}
          label={text.nameFields[field]}
          placeholder={text.nameHints[field]}
          value={value[field]}
          maxLength={longest[field]}
          disabled={disabled}
          onChange={(event) => setValue({ ...value, [field]: event.currentTarget.value })}
        />
      ))}
    </SettingCard>
  );
}
