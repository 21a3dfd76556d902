import { NumberInput, Select, Table, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { defaultRatingRules } from '#shared/domain/rating/rating-criteria-table.ts';
import type { RatingRules } from '#shared/domain/rating/rating-rules.ts';
import { ratingsText } from '#renderer/messages/ratings.ts';
import { ruleSettingsText } from '#renderer/messages/rule-settings.ts';
import classes from './office-settings.module.css';
import { RuleNumber } from './rule-number.tsx';
import { SettingCard } from './setting-card.tsx';

const { rating: text } = ruleSettingsText;

/** How members are rated: what points are given for, from how many on a level is suggested, and how many may be excellent. */
export function RatingRulesCard({
  saved,
  disabled,
}: {
  readonly saved: RatingRules | null;
  readonly disabled: boolean;
}): ReactNode {
  const [rules, setRules] = useState<RatingRules>(saved ?? defaultRatingRules);
  const sum = rules.criteria.reduce((all, { most }) => all + most, 0);
  const put = (code: string, part: Partial<RatingRules['criteria'][number]>): void =>
    setRules({
      ...rules,
      criteria: rules.criteria.map((each) => (each.code === code ? { ...each, ...part } : each)),
    });
  return (
    <SettingCard name="rating-rules" title={text.title} about={text.about} value={rules} disabled={disabled}>
      <h3 className={classes.part}>
        {text.criteria}, {text.sum(sum)}
      </h3>
      <Table verticalSpacing="0.25rem">
        <Table.Tbody>
          {rules.criteria.map(({ code, name, most }) => (
            <Table.Tr key={code}>
              <Table.Td>
                <TextInput
                  aria-label={text.criterion}
                  value={name}
                  maxLength={200}
                  disabled={disabled}
                  onChange={(event) => put(code, { name: event.currentTarget.value })}
                />
              </Table.Td>
              <Table.Td className={classes.points ?? ''}>
                <NumberInput
                  aria-label={text.most(name)}
                  value={most}
                  min={1}
                  max={100}
                  allowDecimal={false}
                  clampBehavior="blur"
                  disabled={disabled}
                  onChange={(next) => typeof next === 'number' && put(code, { most: next })}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {rules.thresholds.map(({ level, from }) => (
        <RuleNumber
          key={level}
          label={text.threshold(ratingsText.levels[level])}
          value={from}
          min={0}
          max={1000}
          disabled={disabled}
          onChange={(value) =>
            setRules({
              ...rules,
              thresholds: rules.thresholds.map((each) => (each.level === level ? { ...each, from: value } : each)),
            })
          }
        />
      ))}
      <RuleNumber
        label={text.capPercent}
        value={rules.capPercent}
        usual={defaultRatingRules.capPercent}
        min={0}
        max={100}
        disabled={disabled}
        onChange={(capPercent) => setRules({ ...rules, capPercent })}
      />
      <Select
        label={text.capOf}
        value={rules.capOf}
        data={(['good-or-better', 'rated'] as const).map((value) => ({ value, label: text.capOfs[value] }))}
        allowDeselect={false}
        disabled={disabled}
        onChange={(capOf) => capOf !== null && setRules({ ...rules, capOf })}
      />
    </SettingCard>
  );
}
