import { NumberInput, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { defaultBadgeRules, type BadgeRules } from '#shared/domain/badge/badge-rules.ts';
import { officeSettingsText } from '#renderer/messages/office-settings.ts';
import { BaseSalaryTable } from './base-salary-table.tsx';
import { BadgeFactorTable } from './badge-factor-table.tsx';
import classes from './office-settings.module.css';
import { SettingCard } from './setting-card.tsx';

const { badges: text } = officeSettingsText;

/** Rates of badges with the days from which they hold, and how early a badge may be given. */
export function BadgesCard({
  saved,
  disabled,
}: {
  readonly saved: BadgeRules | null;
  readonly disabled: boolean;
}): ReactNode {
  const [value, setValue] = useState<BadgeRules>(saved ?? defaultBadgeRules);
  const number = (
    field:
      | 'earlyMonths'
      | 'longEarlyMonths'
      | 'longEarlyYears'
      | 'posthumousMonths'
      | 'posthumousWithinMonths'
      | 'noticeDays',
    max = 60,
  ): ReactNode => (
    <NumberInput
      label={text[field]}
      value={value[field]}
      min={field === 'longEarlyYears' ? 1 : 0}
      max={max}
      allowDecimal={false}
      clampBehavior="blur"
      disabled={disabled}
      onChange={(next) => typeof next === 'number' && setValue({ ...value, [field]: next })}
    />
  );
  return (
    <SettingCard name="badge-rules" title={text.title} about={text.about} value={value} disabled={disabled} isWide>
      <BaseSalaryTable
        salaries={value.baseSalaries}
        disabled={disabled}
        onChange={(baseSalaries) => setValue({ ...value, baseSalaries })}
      />
      <BadgeFactorTable
        factors={value.factors}
        disabled={disabled}
        onChange={(factors) => setValue({ ...value, factors })}
      />
      {number('earlyMonths')}
      {number('longEarlyMonths')}
      {number('longEarlyYears', 120)}
      {number('posthumousMonths')}
      {number('posthumousWithinMonths')}
      {number('noticeDays', 120)}
      <h3 className={classes.part}>{text.discipline}</h3>
      {(['reprimand', 'warning', 'removal'] as const).map((form) => (
        <NumberInput
          key={form}
          label={text.disciplines[form]}
          value={value.disciplineMonths[form]}
          min={0}
          max={60}
          allowDecimal={false}
          clampBehavior="blur"
          disabled={disabled}
          onChange={(next) =>
            typeof next === 'number' &&
            setValue({ ...value, disciplineMonths: { ...value.disciplineMonths, [form]: next } })
          }
        />
      ))}
      <Select
        label={text.lateRecognition}
        allowDeselect={false}
        value={value.lateRecognition}
        disabled={disabled}
        data={choicesOf(text.lateChoices)}
        onChange={(lateRecognition) => lateRecognition !== null && setValue({ ...value, lateRecognition })}
      />
      <Select
        label={text.restoredTime}
        allowDeselect={false}
        value={value.restoredTime}
        disabled={disabled}
        data={choicesOf(text.restoredChoices)}
        onChange={(restoredTime) => restoredTime !== null && setValue({ ...value, restoredTime })}
      />
    </SettingCard>
  );
}

function choicesOf<Choice extends string>(
  words: Readonly<Record<Choice, string>>,
): { readonly value: Choice; readonly label: string }[] {
  return (Object.keys(words) as Choice[]).map((value) => ({ value, label: words[value] }));
}
