import { ActionIcon, Button, Group, NumberInput, Select, Table } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { BadgeRules } from '#shared/domain/badge/badge-rules.ts';
import { useMemberRules } from '#renderer/data/members/use-member-life.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { officeSettingsText } from '#renderer/messages/office-settings.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import classes from './office-settings.module.css';

const { badges: text } = officeSettingsText;

type Factors = BadgeRules['factors'];

/** What comes with each badge, in base salaries, by the day from which it holds; badges without it are named. */
export function BadgeFactorTable({
  factors,
  disabled,
  onChange,
}: {
  readonly factors: Factors;
  readonly disabled: boolean;
  readonly onChange: (factors: Factors) => void;
}): ReactNode {
  const { badgeYears } = useMemberRules();
  const without = badgeYears.filter((years) => !factors.some((factor) => factor.years === years));
  return (
    <>
      <h3 className={classes.part}>{text.factors}</h3>
      <Table verticalSpacing="0.25rem" aria-label={text.factors}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.years}</Table.Th>
            <Table.Th>{text.from}</Table.Th>
            <Table.Th>{text.times}</Table.Th>
            {!disabled && <Table.Td />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {factors.map((factor, at) => {
            const label = text.timesOf(factor.years, formatDate(factor.from));
            return (
              <Table.Tr key={`${String(factor.years)} ${factor.from}`}>
                <Table.Td>{text.yearsOf(factor.years)}</Table.Td>
                <Table.Td className="tabular">{formatDate(factor.from)}</Table.Td>
                <Table.Td className={classes.points ?? ''}>
                  <NumberInput
                    aria-label={label}
                    value={factor.hundredths / 100}
                    min={0}
                    max={1000}
                    decimalScale={2}
                    decimalSeparator=","
                    hideControls
                    disabled={disabled}
                    onChange={(times) =>
                      typeof times === 'number' &&
                      onChange(factors.with(at, { ...factor, hundredths: Math.round(times * 100) }))
                    }
                  />
                </Table.Td>
                {!disabled && (
                  <Table.Td>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={text.remove(label)}
                      onClick={() => onChange(factors.toSpliced(at, 1))}
                    >
                      <IconTrash size="1rem" aria-hidden />
                    </ActionIcon>
                  </Table.Td>
                )}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {without.length > 0 && <p className={classes.about}>{text.without(without.join(', '))}</p>}
      {!disabled && <AddFactor years={badgeYears} factors={factors} onChange={onChange} />}
    </>
  );
}

function AddFactor({
  years,
  factors,
  onChange,
}: {
  readonly years: readonly number[];
  readonly factors: Factors;
  readonly onChange: (factors: Factors) => void;
}): ReactNode {
  const today = useToday();
  const [chosen, setChosen] = useState<string | null>(null);
  const [from, setFrom] = useState<PlainDate | null>(null);
  const add = (): void => {
    if (chosen === null || from === null) return;
    const badge = Number(chosen);
    const last = factors.findLast((factor) => factor.years === badge)?.hundredths ?? 0;
    const others = factors.filter((factor) => factor.years !== badge || factor.from !== from);
    const all = [...others, { years: badge, from, hundredths: last }];
    onChange(all.sort((a, b) => a.years - b.years || (a.from < b.from ? -1 : 1)));
    setChosen(null);
    setFrom(null);
  };
  return (
    <Group align="end" gap="xs">
      <Select
        className={classes.badge ?? ''}
        label={text.addFactor}
        value={chosen}
        data={years.map((each) => ({ value: String(each), label: text.yearsOf(each) }))}
        onChange={setChosen}
      />
      <DateField label={text.from} value={from} today={today} onChange={setFrom} />
      <Button variant="default" disabled={chosen === null || from === null} onClick={add}>
        {text.add}
      </Button>
    </Group>
  );
}
