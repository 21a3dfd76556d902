import { useState, type ReactNode } from 'react';
import {
  defaultMemberRules,
  memberRulesWith,
  type MemberRules,
  type OwnMemberRules,
} from '#shared/domain/member/member-rules.ts';
import type { SettingValue } from '#shared/domain/setting/setting-table.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { ruleSettingsText } from '#renderer/messages/rule-settings.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { readBadgeYears, readYearDay, writeYearDay } from './read-badge-rules.ts';
import classes from './office-settings.module.css';
import { RuleList } from './rule-list.tsx';
import { RuleNumber } from './rule-number.tsx';
import { SettingCard } from './setting-card.tsx';

const { member: text } = ruleSettingsText;

type NumberRule = keyof typeof text.numbers;

/** What each rule may be; the schema of the setting says the same. */
const spans: Readonly<Record<NumberRule, readonly [min: number, max: number]>> = {
  probationMonths: [0, 36],
  disciplineMonths: [1, 60],
  candidateFileMonths: [1, 60],
  cardDays: [0, 1000],
  dueNoticeDays: [0, 400],
  admissionAge: [0, 100],
  yearlyPapers: [0, 20],
};
const numberRules = Object.keys(spans) as readonly NumberRule[];

/** Periods of members' records; only what differs from the usual is kept. Which fields two people answer for is said, not chosen. */
export function MemberRulesCard({
  saved,
  disabled,
}: {
  readonly saved: OwnMemberRules | null;
  readonly disabled: boolean;
}): ReactNode {
  const today = useToday();
  const [rules, setRules] = useState<MemberRules>(() => memberRulesWith(saved));
  const strict = text.strictFields
    .map((field) => fieldLabel('member', field))
    .map(inSentence)
    .join(', ');
  return (
    <SettingCard
      name="member-rules"
      title={text.title}
      about={text.about}
      value={ownRules(rules)}
      disabled={disabled}
      isWide
    >
      {numberRules.map((rule) => (
        <RuleNumber
          key={rule}
          label={text.numbers[rule]}
          value={rules[rule]}
          usual={defaultMemberRules[rule]}
          min={spans[rule][0]}
          max={spans[rule][1]}
          disabled={disabled}
          onChange={(value) => setRules({ ...rules, [rule]: value })}
        />
      ))}
      <DateField
        label={text.probationSince}
        value={rules.probationSince}
        today={today}
        disabled={disabled}
        onChange={(probationSince) => probationSince !== null && setRules({ ...rules, probationSince })}
      />
      <RuleList
        label={text.badgeYears}
        values={rules.badgeYears}
        usual={defaultMemberRules.badgeYears}
        most={40}
        write={String}
        read={readBadgeYears}
        example="30"
        disabled={disabled}
        onChange={(badgeYears) => setRules({ ...rules, badgeYears })}
      />
      <RuleList
        label={text.badgeDays}
        values={rules.badgeDays}
        usual={defaultMemberRules.badgeDays}
        most={12}
        write={writeYearDay}
        read={readYearDay}
        example="03/02"
        disabled={disabled}
        onChange={(badgeDays) => setRules({ ...rules, badgeDays })}
      />
      <p className={classes.about}>{text.strict(strict)}</p>
    </SettingCard>
  );
}

/** A label as it stands in the middle of a sentence: `Số CCCD` is `số CCCD`. */
function inSentence(label: string): string {
  return `${label.charAt(0).toLocaleLowerCase('vi')}${label.slice(1)}`;
}

/** What an office has set otherwise than usual. */
function ownRules(rules: MemberRules): SettingValue<'member-rules'> {
  const own = Object.entries(rules).filter(
    ([rule, value]) => JSON.stringify(value) !== JSON.stringify(defaultMemberRules[rule as keyof MemberRules]),
  );
  return Object.fromEntries(own) as SettingValue<'member-rules'>;
}
