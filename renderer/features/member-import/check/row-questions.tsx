import { Button, Group, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ImportQuestion } from '#shared/domain/import/import-questions.ts';
import type { ImportSettings } from '#shared/domain/import/import-settings.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { genderWords } from '#renderer/messages/members.ts';
import { importText } from '#renderer/messages/imports.ts';
import classes from '../member-import.module.css';

const text = importText.questions;
const SHOWN = 12;

type QuestionProps<K extends ImportQuestion['kind']> = {
  readonly question: Extract<ImportQuestion, { readonly kind: K }>;
  readonly onSettle: (change: Partial<ImportSettings>) => void;
};

/** Whether rows that Excel hides are members too. */
export function HiddenRowsQuestion({ question, onSettle }: QuestionProps<'hidden-rows'>): ReactNode {
  return (
    <>
      <p className={classes.question}>{text['hidden-rows'](formatCount(question.rows.length))}</p>
      <p className={classes.note}>{text.rowsAt(someRows(question.rows))}</p>
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={() => onSettle({ hiddenRows: 'take' })}>
          {text.takeHidden}
        </Button>
        <Button size="xs" variant="default" onClick={() => onSettle({ hiddenRows: 'leave' })}>
          {text.leaveHidden}
        </Button>
      </Group>
    </>
  );
}

type GenderProps = QuestionProps<'gender'> & { readonly settings: ImportSettings };

/** Gender of those whose row does not say it, one by one or for all of them. */
export function GenderQuestion({ question, settings, onSettle }: GenderProps): ReactNode {
  const { rows } = question;
  const choices = (['male', 'female'] as const).map((value) => ({ value, label: genderWords[value] }));
  return (
    <>
      <p className={classes.question}>{text.gender(formatCount(rows.length))}</p>
      {rows.slice(0, SHOWN).map(({ row, name }) => (
        <Group key={row} gap="sm" mb="0.25rem">
          <SegmentedControl
            size="xs"
            aria-label={name}
            data={choices}
            value={settings.genders[row] ?? ''}
            onChange={(value) =>
              onSettle({ genders: { ...settings.genders, [row]: value === 'male' ? 'male' : 'female' } })
            }
          />
          <span>{name}</span>
          <span className={classes.note}>{importText.check.rowTitle(row)}</span>
        </Group>
      ))}
      {rows.length > SHOWN && <p className={classes.note}>{text.andMore(formatCount(rows.length - SHOWN))}</p>}
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={() => onSettle({ otherGenders: 'male' })}>
          {text.allMale}
        </Button>
        <Button size="xs" variant="default" onClick={() => onSettle({ otherGenders: 'female' })}>
          {text.allFemale}
        </Button>
      </Group>
    </>
  );
}

/** Some row numbers, as Excel counts them. */
export function someRows(rows: readonly number[]): string {
  const shown = rows.slice(0, SHOWN).join(', ');
  return rows.length > SHOWN ? `${shown} ${text.andMore(formatCount(rows.length - SHOWN))}` : shown;
}
