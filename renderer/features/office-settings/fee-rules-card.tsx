import { ActionIcon, Button, NumberInput, Select, Table } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { feeCategories, isFeeCategory, type FeeCategory } from '#shared/domain/fee/fee-category-table.ts';
import { addToMonth, defaultFeeRules, monthOf, type FeeRate, type FeeRules } from '#shared/domain/fee/fee-rules.ts';
import { showMonth } from '#shared/domain/fee/typed-month.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { ruleSettingsText } from '#renderer/messages/rule-settings.ts';
import { MonthField } from './month-field.tsx';
import classes from './office-settings.module.css';
import { RuleNumber } from './rule-number.tsx';
import { SettingCard } from './setting-card.tsx';

const { fee: text } = ruleSettingsText;
const numbers = { roundTo: [1, 10_000], warnAfter: [1, 12], alarmAfter: [1, 12] } as const;

/** Rates of party fees by group and month, what organisations keep, and when arrears are told. */
export function FeeRulesCard({
  saved,
  disabled,
}: {
  readonly saved: FeeRules | null;
  readonly disabled: boolean;
}): ReactNode {
  const next = addToMonth(monthOf(useToday()), 1);
  const [rules, setRules] = useState<FeeRules>(saved ?? defaultFeeRules);
  const put = (at: number, part: Partial<FeeRate>): void =>
    setRules({ ...rules, rates: rules.rates.map((rate, i) => (i === at ? { ...rate, ...part } : rate)) });
  const putKept = (at: number, part: Partial<FeeRules['kept'][number]>): void =>
    setRules({ ...rules, kept: rules.kept.map((each, i) => (i === at ? { ...each, ...part } : each)) });
  return (
    <SettingCard name="fee-rules" title={text.title} about={text.about} value={rules} disabled={disabled} isWide>
      <Table verticalSpacing="0.25rem" aria-label={text.rates}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.category}</Table.Th>
            <Table.Th>{text.from}</Table.Th>
            <Table.Th>{text.kind}</Table.Th>
            <Table.Th colSpan={2}>{text.value}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rules.rates.map((rate, at) => {
            const words = `${categoryWords(rate.category)} ${showMonth(rate.from)}`;
            return (
              // Rows have no id of their own; what stands in them is what they are.
              <Table.Tr key={`${String(at)} ${rate.category} ${rate.from}`}>
                <Table.Td>{categoryWords(rate.category)}</Table.Td>
                <Table.Td>
                  <MonthField
                    label={`${text.from}: ${words}`}
                    month={rate.from}
                    disabled={disabled}
                    onChange={(from) => put(at, { from })}
                  />
                </Table.Td>
                <Table.Td>
                  <Select
                    aria-label={`${text.kind}: ${words}`}
                    value={rate.kind}
                    data={(['share', 'fixed'] as const).map((kind) => ({ value: kind, label: text.kinds[kind] }))}
                    allowDeselect={false}
                    disabled={disabled}
                    onChange={(kind) => kind !== null && put(at, { kind, value: 0 })}
                  />
                </Table.Td>
                <Table.Td>
                  <NumberInput
                    aria-label={`${text.value}: ${words}`}
                    value={rate.kind === 'share' ? rate.value / 100 : rate.value}
                    min={0}
                    max={rate.kind === 'share' ? 100 : 1_000_000_000}
                    decimalScale={rate.kind === 'share' ? 2 : 0}
                    thousandSeparator="."
                    decimalSeparator=","
                    suffix={rate.kind === 'share' ? text.shareSuffix : text.fixedSuffix}
                    disabled={disabled}
                    onChange={(value) =>
                      typeof value === 'number' &&
                      put(at, { value: Math.round(rate.kind === 'share' ? value * 100 : value) })
                    }
                  />
                </Table.Td>
                <Table.Td>
                  {!disabled && (
                    <RemoveButton
                      what={words}
                      onRemove={() => setRules({ ...rules, rates: rules.rates.filter((_, i) => i !== at) })}
                    />
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {!disabled && (
        <Select
          label={text.addRate}
          value={null}
          data={Object.entries(feeCategories).map(([value, label]) => ({ value, label }))}
          onChange={(category) => {
            if (category === null || !isFeeCategory(category)) return;
            setRules({ ...rules, rates: sorted([...rules.rates, rateAfter(rules, category, next)]) });
          }}
        />
      )}
      <h3 className={classes.part}>{text.kept}</h3>
      <Table verticalSpacing="0.25rem" aria-label={text.kept}>
        <Table.Tbody>
          {rules.kept.map(({ from, percent }, at) => (
            <Table.Tr key={`${String(at)} ${from}`}>
              <Table.Td>
                <MonthField
                  label={text.from}
                  month={from}
                  disabled={disabled}
                  onChange={(month) => putKept(at, { from: month })}
                />
              </Table.Td>
              <Table.Td>
                <NumberInput
                  aria-label={`${text.percent} ${showMonth(from)}`}
                  value={percent}
                  min={0}
                  max={100}
                  allowDecimal={false}
                  suffix={text.shareSuffix}
                  disabled={disabled}
                  onChange={(value) => typeof value === 'number' && putKept(at, { percent: value })}
                />
              </Table.Td>
              <Table.Td>
                {!disabled && (
                  <RemoveButton
                    what={showMonth(from)}
                    onRemove={() => setRules({ ...rules, kept: rules.kept.filter((_, i) => i !== at) })}
                  />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {!disabled && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => setRules({ ...rules, kept: [...rules.kept, { from: next, percent: 0 }] })}
        >
          {text.addKept}
        </Button>
      )}
      {(['roundTo', 'warnAfter', 'alarmAfter'] as const).map((rule) => (
        <RuleNumber
          key={rule}
          label={text[rule]}
          value={rules[rule]}
          usual={defaultFeeRules[rule]}
          min={numbers[rule][0]}
          max={numbers[rule][1]}
          disabled={disabled}
          onChange={(value) => setRules({ ...rules, [rule]: value })}
        />
      ))}
    </SettingCard>
  );
}

function RemoveButton({ what, onRemove }: { readonly what: string; readonly onRemove: () => void }): ReactNode {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={text.remove(what)} onClick={onRemove}>
      <IconX size="1rem" aria-hidden />
    </ActionIcon>
  );
}

/** A new line of a group: from a month on, first as its newest line has it. */
function rateAfter({ rates }: FeeRules, category: FeeCategory, from: string): FeeRate {
  const last = rates.findLast((rate) => rate.category === category);
  return { kind: last?.kind ?? 'fixed', value: last?.value ?? 0, category, from };
}

/** By group in the order of the table, then by month. */
function sorted(rates: readonly FeeRate[]): FeeRate[] {
  const order = Object.keys(feeCategories);
  return [...rates].sort((a, b) => order.indexOf(a.category) - order.indexOf(b.category) || (a.from < b.from ? -1 : 1));
}

function categoryWords(category: string): string {
  return isFeeCategory(category) ? feeCategories[category] : category;
}
