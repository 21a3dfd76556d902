import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ColumnQuestionKind, ImportQuestion } from '#shared/domain/import/import-questions.ts';
import type { CellChoice } from '#shared/domain/import/read-cell.ts';
import type { DateChoice } from '#shared/domain/import/read-date.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { importText } from '#renderer/messages/imports.ts';
import classes from '../member-import.module.css';
import { SamplePairs } from './sample-pairs.tsx';

type ColumnQuestionProps = {
  readonly question: Extract<ImportQuestion, { readonly kind: ColumnQuestionKind }>;
  readonly column: string;
  readonly onChoose: (change: Partial<CellChoice>) => void;
  readonly onDates: (change: Partial<DateChoice>) => void;
};

const text = importText.questions;

/** Cells of a column that were guessed alike: taken so for all of them; the others are put right one by one. */
export function ColumnQuestion({ question, column, onChoose, onDates }: ColumnQuestionProps): ReactNode {
  const { kind, count, samples } = question;
  const accept = (): void => {
    if (kind === 'two-digit-year') onDates({ twoDigits: true });
    else if (kind === 'serial-number') onDates({ serials: true });
    else if (kind === 'lost-zeros') onChoose({ zeros: true });
    else onChoose({ schooling: 'day-month' });
  };
  return (
    <>
      <p className={classes.question}>{text[kind](column, formatCount(count))}</p>
      <SamplePairs samples={samples} />
      <Group gap="xs">
        <Button size="xs" onClick={accept}>
          {kind === 'lost-zeros' ? text.addZeros : text.accept}
        </Button>
        {kind === 'date-for-schooling' && (
          <Button size="xs" variant="default" onClick={() => onChoose({ schooling: 'month-day' })}>
            {text.otherWay}
          </Button>
        )}
      </Group>
    </>
  );
}
