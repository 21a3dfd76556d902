import { Checkbox, NumberInput, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { SettingValue } from '#shared/domain/setting/setting-table.ts';
import { officeSettingsText as text } from '#renderer/messages/office-settings.ts';
import { SettingCard } from './setting-card.tsx';

type Style = SettingValue<'paper-style'>;

/** Where sources disagree (domain.md 1.6), what most of them say. */
const usual: Style = { tone: 'old', bodySize: 14, lineSpacing: 18, basesItalic: false, subjectMark: true };

/** How the office's own papers are laid out where sources disagree. */
export function StyleCard({
  saved,
  disabled,
}: {
  readonly saved: Style | null;
  readonly disabled: boolean;
}): ReactNode {
  const [value, setValue] = useState<Style>(saved ?? usual);
  const number = (field: 'bodySize' | 'lineSpacing', min: number, max: number): ReactNode => (
    <NumberInput
      label={text[field]}
      value={value[field]}
      min={min}
      max={max}
      step={0.5}
      clampBehavior="blur"
      disabled={disabled}
      onChange={(next) => typeof next === 'number' && setValue({ ...value, [field]: next })}
    />
  );
  return (
    <SettingCard name="paper-style" title={text.style} value={value} disabled={disabled}>
      <Select
        label={text.tone}
        value={value.tone}
        data={(['old', 'new'] as const).map((tone) => ({ value: tone, label: text.tones[tone] }))}
        onChange={(tone) => tone !== null && setValue({ ...value, tone })}
        allowDeselect={false}
        disabled={disabled}
      />
      {number('bodySize', 12, 16)}
      {number('lineSpacing', 16, 24)}
      {(['basesItalic', 'subjectMark'] as const).map((field) => (
        <Checkbox
          key={field}
          label={text[field]}
          checked={value[field]}
          disabled={disabled}
          onChange={(event) => setValue({ ...value, [field]: event.currentTarget.checked })}
        />
      ))}
    </SettingCard>
  );
}
