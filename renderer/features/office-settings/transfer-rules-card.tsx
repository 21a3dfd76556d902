import { useState, type ReactNode } from 'react';
import { defaultTransferRules, type TransferRules } from '#shared/domain/transfer/transfer-deadlines.ts';
import { ruleSettingsText } from '#renderer/messages/rule-settings.ts';
import { RuleNumber } from './rule-number.tsx';
import { SettingCard } from './setting-card.tsx';

const { transfer: text } = ruleSettingsText;

/** What each limit may be; the schema of the setting says the same. */
const spans: Readonly<Record<keyof TransferRules, readonly [min: number, max: number]>> = {
  procedureWorkDays: [1, 400],
  showWorkDays: [1, 400],
  temporaryMonthsMin: [0, 60],
  temporaryMonthsMax: [1, 60],
  studyMonthsMax: [1, 120],
  noticeDays: [0, 100],
};
const limits = Object.keys(spans) as readonly (keyof TransferRules)[];

/** Time limits of transfers between offices. */
export function TransferRulesCard({
  saved,
  disabled,
}: {
  readonly saved: TransferRules | null;
  readonly disabled: boolean;
}): ReactNode {
  const [rules, setRules] = useState<TransferRules>(saved ?? defaultTransferRules);
  return (
    <SettingCard name="transfer-rules" title={text.title} about={text.about} value={rules} disabled={disabled}>
      {limits.map((limit) => (
        <RuleNumber
          key={limit}
          label={text.numbers[limit]}
          value={rules[limit]}
          usual={defaultTransferRules[limit]}
          min={spans[limit][0]}
          max={spans[limit][1]}
          disabled={disabled}
          onChange={(value) => setRules({ ...rules, [limit]: value })}
        />
      ))}
    </SettingCard>
  );
}
