import { Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { defaultLineRules, type LineRules } from '#shared/domain/attachment/line-rules.ts';
import { ruleSettingsText } from '#renderer/messages/rule-settings.ts';
import { RuleNumber } from './rule-number.tsx';
import { SettingCard } from './setting-card.tsx';

const { line: text } = ruleSettingsText;

/** What the switches begin with: ten at night to five, 100 MB an hour. */
const USUAL_NIGHT = { from: 22, to: 5 } as const;
const USUAL_HOURLY = 100;

/** How the office spares a weak line. */
export function LineCard({
  saved,
  disabled,
}: {
  readonly saved: LineRules | null;
  readonly disabled: boolean;
}): ReactNode {
  const [rules, setRules] = useState<LineRules>(saved ?? defaultLineRules);
  const { night, largeMegabytes, hourlyMegabytes } = rules;
  const number = (
    label: string,
    value: number,
    [min, max]: readonly [number, number],
    change: (value: number) => LineRules,
  ): ReactNode => (
    <RuleNumber
      label={label}
      value={value}
      min={min}
      max={max}
      disabled={disabled}
      onChange={(next) => setRules(change(next))}
    />
  );
  return (
    <SettingCard name="line-rules" title={text.title} about={text.about} value={rules} disabled={disabled}>
      <Checkbox
        label={text.night}
        description={text.nightAbout}
        checked={night !== null}
        disabled={disabled}
        onChange={({ currentTarget }) => setRules({ ...rules, night: currentTarget.checked ? USUAL_NIGHT : null })}
      />
      {night !== null && (
        <>
          {number(text.nightFrom, night.from, [0, 23], (from) => ({ ...rules, night: { ...night, from } }))}
          {number(text.nightTo, night.to, [0, 23], (to) => ({ ...rules, night: { ...night, to } }))}
          {number(text.large, largeMegabytes, [1, 200], (value) => ({ ...rules, largeMegabytes: value }))}
        </>
      )}
      <Checkbox
        label={text.hourly}
        description={text.hourlyAbout}
        checked={hourlyMegabytes !== null}
        disabled={disabled}
        onChange={({ currentTarget }) =>
          setRules({ ...rules, hourlyMegabytes: currentTarget.checked ? USUAL_HOURLY : null })
        }
      />
      {hourlyMegabytes !== null &&
        number(text.hourlyMost, hourlyMegabytes, [1, 100_000], (value) => ({ ...rules, hourlyMegabytes: value }))}
    </SettingCard>
  );
}
