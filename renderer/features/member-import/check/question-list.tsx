import type { ReactNode } from 'react';
import { columnLetters } from '#shared/domain/import/sheet-cell.ts';
import type { ImportQuestion } from '#shared/domain/import/import-questions.ts';
import { choiceOf, type ImportSettings } from '#shared/domain/import/import-settings.ts';
import type { CellChoice } from '#shared/domain/import/read-cell.ts';
import type { DateChoice } from '#shared/domain/import/read-date.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { importText } from '#renderer/messages/imports.ts';
import classes from '../member-import.module.css';
import type { ImportWork } from '../work/import-work.ts';
import { ColumnQuestion } from './column-question.tsx';
import { DateQuestion } from './date-question.tsx';
import { EncodingQuestion } from './encoding-question.tsx';
import { GenderQuestion, HiddenRowsQuestion } from './row-questions.tsx';
import { UnitQuestion } from './unit-question.tsx';

type QuestionListProps = {
  readonly work: ImportWork;
  readonly questions: readonly ImportQuestion[];
  readonly settings: ImportSettings;
  readonly mayMakeUnits: boolean;
};

/** Everything that must be answered about the sheet, a card each. */
export function QuestionList({ work, questions, settings, mayMakeUnits }: QuestionListProps): ReactNode {
  return (
    <div className={classes.body} tabIndex={0} role="group" aria-label={importText.check.tabs.label}>
      <div className={classes.cards}>
        {questions.length === 0 && <p className={classes.note}>{importText.check.noQuestions}</p>}
        {questions.map((question) => (
          <div key={keyOf(question)} className={classes.card}>
            <QuestionCard work={work} question={question} settings={settings} mayMakeUnits={mayMakeUnits} />
          </div>
        ))}
      </div>
    </div>
  );
}

function keyOf(question: ImportQuestion): string {
  if (question.kind === 'unit') return `unit ${question.folded}`;
  return 'column' in question ? `${question.kind} ${String(question.column)}` : question.kind;
}

type CardProps = Omit<QuestionListProps, 'questions'> & { readonly question: ImportQuestion };

function QuestionCard({ work, question, settings, mayMakeUnits }: CardProps): ReactNode {
  const office = useOffice();
  const { look } = work.use();
  const settle = (change: Partial<ImportSettings>): void => work.settle(office, change);
  const choose = (column: number, change: Partial<CellChoice>): void =>
    settle({ choices: { ...settings.choices, [column]: { ...settings.choices[column], ...change } } });
  const chooseDates = (column: number, change: Partial<DateChoice>): void =>
    choose(column, { dates: { ...choiceOf(settings, column).dates, ...change } });
  const nameOf = (column: number): string =>
    importText.check.column(columnLetters(column), look?.columns[column]?.title ?? '');
  switch (question.kind) {
    case 'hidden-rows':
      return <HiddenRowsQuestion question={question} onSettle={settle} />;
    case 'old-encoding':
      return (
        <EncodingQuestion
          work={work}
          question={question}
          column={nameOf(question.column)}
          settings={settings}
          onSettle={settle}
        />
      );
    case 'date-order':
    case 'date-swapped':
      return (
        <DateQuestion
          question={question}
          column={nameOf(question.column)}
          onDates={(change) => chooseDates(question.column, change)}
        />
      );
    case 'two-digit-year':
    case 'serial-number':
    case 'lost-zeros':
    case 'date-for-schooling':
      return (
        <ColumnQuestion
          question={question}
          column={nameOf(question.column)}
          onChoose={(change) => choose(question.column, change)}
          onDates={(change) => chooseDates(question.column, change)}
        />
      );
    case 'unit':
      return <UnitQuestion question={question} settings={settings} mayMake={mayMakeUnits} onSettle={settle} />;
    case 'gender':
      return <GenderQuestion question={question} settings={settings} onSettle={settle} />;
  }
}
