import { ActionIcon, Button, Group, NumberInput, Table } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { BadgeRules } from '#shared/domain/badge/badge-rules.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { officeSettingsText } from '#renderer/messages/office-settings.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import classes from './office-settings.module.css';

const { badges: text } = officeSettingsText;

type Salaries = BadgeRules['baseSalaries'];

/** Lương cơ sở by the day from which it holds. */
export function BaseSalaryTable({
  salaries,
  disabled,
  onChange,
}: {
  readonly salaries: Salaries;
  readonly disabled: boolean;
  readonly onChange: (salaries: Salaries) => void;
}): ReactNode {
  const today = useToday();
  const [from, setFrom] = useState<PlainDate | null>(null);
  const last = salaries.at(-1)?.amount ?? 0;
  const add = (): void => {
    if (from === null) return;
    const others = salaries.filter((each) => each.from !== from);
    onChange([...others, { from, amount: last }].sort((a, b) => (a.from < b.from ? -1 : 1)));
    setFrom(null);
  };
  return (
    <>
      <h3 className={classes.part}>{text.salaries}</h3>
      <Table verticalSpacing="0.25rem" aria-label={text.salaries}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.from}</Table.Th>
            <Table.Th>{text.salary}</Table.Th>
            {!disabled && <Table.Td />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {salaries.map((each) => (
            <Table.Tr key={each.from}>
              <Table.Td className="tabular">{formatDate(each.from)}</Table.Td>
              <Table.Td>
                <NumberInput
                  aria-label={text.salaryFrom(formatDate(each.from))}
                  value={each.amount}
                  min={0}
                  max={1_000_000_000}
                  allowDecimal={false}
                  thousandSeparator="."
                  decimalSeparator=","
                  hideControls
                  disabled={disabled}
                  onChange={(amount) =>
                    typeof amount === 'number' &&
                    onChange(salaries.map((other) => (other.from === each.from ? { ...other, amount } : other)))
                  }
                />
              </Table.Td>
              {!disabled && (
                <Table.Td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={text.remove(text.salaryFrom(formatDate(each.from)))}
                    onClick={() => onChange(salaries.filter((other) => other.from !== each.from))}
                  >
                    <IconTrash size="1rem" aria-hidden />
                  </ActionIcon>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {!disabled && (
        <Group align="end" gap="xs">
          <DateField label={text.addSalary} value={from} today={today} onChange={setFrom} />
          <Button variant="default" disabled={from === null} onClick={add}>
            {text.add}
          </Button>
        </Group>
      )}
    </>
  );
}
