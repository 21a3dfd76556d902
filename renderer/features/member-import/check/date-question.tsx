import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ImportQuestion } from '#shared/domain/import/import-questions.ts';
import type { DateChoice } from '#shared/domain/import/read-date.ts';
import { formatDate, isPartialDate } from '#shared/base/partial-date.ts';
import { importText } from '#renderer/messages/imports.ts';
import classes from '../member-import.module.css';

type DateQuestionProps = {
  readonly question: Extract<ImportQuestion, { readonly kind: 'date-order' | 'date-swapped' }>;
  readonly column: string;
  readonly onDates: (change: Partial<DateChoice>) => void;
};

const text = importText.questions;

/** Whether day or month stands first, in the texts of a column or in the dates Excel made of them. */
export function DateQuestion({ question, column, onDates }: DateQuestionProps): ReactNode {
  const { kind, samples } = question;
  const isOrder = kind === 'date-order';
  return (
    <>
      <p className={classes.question}>{text[kind](column)}</p>
      <p className={classes.samples}>
        {samples.map((sample) => (isPartialDate(sample) ? formatDate(sample) : sample)).join(' · ')}
      </p>
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" onClick={() => onDates(isOrder ? { order: 'dmy' } : { swapped: 'no' })}>
          {isOrder ? text.dayFirst : text.noSwap}
        </Button>
        <Button size="xs" variant="default" onClick={() => onDates(isOrder ? { order: 'mdy' } : { swapped: 'yes' })}>
          {isOrder ? text.monthFirst : text.swap}
        </Button>
      </Group>
    </>
  );
}
