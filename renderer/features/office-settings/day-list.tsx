import { Button, Group, Pill } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { officeSettingsText as text } from '#renderer/messages/office-settings.ts';
import { DateField } from '#renderer/ui/date-field.tsx';

type DayListProps = {
  readonly label: string;
  readonly days: readonly PlainDate[];
  readonly disabled: boolean;
  readonly onChange: (days: readonly PlainDate[]) => void;
};

/** Days that are added one by one, in order, each once. */
export function DayList({ label, days, disabled, onChange }: DayListProps): ReactNode {
  const today = useToday();
  const [day, setDay] = useState<PlainDate | null>(null);
  const add = (): void => {
    if (day === null) return;
    onChange([...new Set([...days, day])].sort());
    setDay(null);
  };
  return (
    <div>
      {!disabled && (
        <Group align="end" gap="xs">
          <DateField label={label} value={day} today={today} onChange={setDay} />
          <Button variant="default" disabled={day === null} onClick={add}>
            {text.addDay}
          </Button>
        </Group>
      )}
      {days.length === 0 && <p>{text.noDays}</p>}
      <Group gap="xs" mt="xs" {...(days.length > 0 && { role: 'list', 'aria-label': label })}>
        {days.map((each) => (
          <Pill
            key={each}
            role="listitem"
            withRemoveButton={!disabled}
            removeButtonProps={{ 'aria-label': text.removeDay(formatDate(each)), 'aria-hidden': false, tabIndex: 0 }}
            onRemove={() => onChange(days.filter((other) => other !== each))}
          >
            {formatDate(each)}
          </Pill>
        ))}
      </Group>
    </div>
  );
}
