import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ImportSettings } from '#shared/domain/import/import-settings.ts';
import { importText } from '#renderer/messages/imports.ts';

const text = importText.columns;
const existing = (Object.keys(text.existingWays) as (keyof typeof text.existingWays)[]).map((value) => ({
  value,
  label: text.existingWays[value],
}));
const upper = (Object.keys(text.upperWays) as (keyof typeof text.upperWays)[]).map((value) => ({
  value,
  label: text.upperWays[value],
}));

type ColumnChoicesProps = {
  readonly settings: ImportSettings;
  readonly onSettle: (change: Partial<ImportSettings>) => void;
};

/** What holds for all rows: members who are there already, names in capitals. */
export function ColumnChoices({ settings, onSettle }: ColumnChoicesProps): ReactNode {
  return (
    <>
      <Select
        label={text.existing}
        data={existing}
        value={settings.existing}
        allowDeselect={false}
        title={text.existingHelp[settings.existing]}
        onChange={(value) => onSettle({ existing: value ?? 'fill' })}
      />
      <Select
        label={text.upperNames}
        data={upper}
        value={settings.upperNames}
        allowDeselect={false}
        onChange={(value) => onSettle({ upperNames: value ?? 'keep' })}
      />
    </>
  );
}
