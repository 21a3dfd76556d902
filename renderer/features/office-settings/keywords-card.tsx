import { Select, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import { wordsOfUnits } from '#shared/domain/routing/suggest-body.ts';
import type { SettingValue } from '#shared/domain/setting/setting-table.ts';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { officeSettingsText as text } from '#renderer/messages/office-settings.ts';
import { SettingCard } from './setting-card.tsx';

type Keywords = SettingValue<'body-keywords'>;

const MOST_PHRASES = 200;
const LONGEST = 80;

/** The words by which each unit is suggested; those of the table stand there until they are changed. */
export function KeywordsCard({
  saved,
  disabled,
}: {
  readonly saved: Keywords | null;
  readonly disabled: boolean;
}): ReactNode {
  const units = (useUnits() ?? []).filter(({ kind }) => kind !== 'cell');
  const [value, setValue] = useState<Keywords>(saved ?? {});
  const [unitId, setUnit] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const choose = (id: string | null): void => {
    setUnit(id);
    const known = wordsOfUnits(units, value).find((words) => words.unitId === id);
    setTyped((known?.phrases ?? []).join(', '));
  };
  const write = (words: string): void => {
    setTyped(words);
    if (unitId === null) return;
    const phrases = words.split(',').map((phrase) => normalizeLine(phrase).slice(0, LONGEST));
    setValue({ ...value, [unitId]: phrases.filter((phrase) => phrase !== '').slice(0, MOST_PHRASES) });
  };
  return (
    <SettingCard
      name="body-keywords"
      title={text.keywords}
      about={text.keywordsAbout}
      value={value}
      disabled={disabled}
    >
      <Select
        label={text.unit}
        value={unitId}
        data={units.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={choose}
        searchable
      />
      <Textarea
        label={text.phrases}
        value={typed}
        disabled={disabled || unitId === null}
        onChange={(event) => write(event.currentTarget.value)}
        autosize
        minRows={3}
      />
    </SettingCard>
  );
}
