import { Button, Group, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ImportQuestion } from '#shared/domain/import/import-questions.ts';
import type { ImportSettings, UnitAnswer } from '#shared/domain/import/import-settings.ts';
import { useUnits } from '#renderer/data/organisation/use-organisation.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { importText } from '#renderer/messages/imports.ts';
import classes from '../member-import.module.css';
import { someRows } from './row-questions.tsx';

const text = importText.questions;

type UnitQuestionProps = {
  readonly question: Extract<ImportQuestion, { readonly kind: 'unit' }>;
  readonly settings: ImportSettings;
  readonly mayMake: boolean;
  readonly onSettle: (change: Partial<ImportSettings>) => void;
};

/** Which cell some words mean: one that is like it, another one, one to be made, or none. */
export function UnitQuestion({ question, settings, mayMake, onSettle }: UnitQuestionProps): ReactNode {
  const units = useUnits() ?? [];
  const { words, folded, rows, suggestions } = question;
  const answer = (unit: UnitAnswer): void => onSettle({ units: { ...settings.units, [folded]: unit } });
  const nameOf = (id: string): string => units.find((unit) => unit.id === id)?.name ?? '';
  const cells = units.filter(({ kind }) => kind !== 'office' && kind !== 'outside-body');
  const root = units.find(({ kind }) => kind === 'committee')?.id ?? null;
  return (
    <>
      <p className={classes.question}>{text.unit(words, formatCount(rows.length))}</p>
      <p className={classes.note}>
        {suggestions.length === 0 ? text.unitUnknown : text.unitLike} {text.rowsAt(someRows(rows))}
      </p>
      <Group gap="xs" mt="xs" align="flex-end">
        {suggestions.map((id) => (
          <Button key={id} size="xs" onClick={() => answer({ kind: 'unit', id })}>
            {nameOf(id)}
          </Button>
        ))}
        <Select
          size="xs"
          aria-label={`${text.unitPlace}: ${words}`}
          placeholder={text.unitPlace}
          searchable
          data={cells.map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          onChange={(id) => id !== null && answer({ kind: 'unit', id })}
        />
        {mayMake && (
          <Button size="xs" variant="default" onClick={() => answer({ kind: 'make', name: words, parentId: root })}>
            {text.unitMake}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => answer({ kind: 'none' })}>
          {text.unitNone}
        </Button>
      </Group>
    </>
  );
}
