import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { findExactDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { usePaperChoice } from '#renderer/data/members/use-decision-papers.ts';
import { unitLifeText } from '#renderer/messages/unit-life.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { FindField } from '#renderer/ui/find-field.tsx';
import dialogClasses from '#renderer/ui/form-dialog.module.css';
import type { ChangeForm } from './change-form.ts';

type ChangeDecisionProps = {
  readonly form: ChangeForm;
  readonly today: PlainDate;
  readonly onChange: (form: ChangeForm) => void;
  readonly onDateProblem: (problem: string | null) => void;
};

/** The decision a change rests on: found among the office's papers, or quoted by hand. */
export function ChangeDecision({ form, today, onChange, onDateProblem }: ChangeDecisionProps): ReactNode {
  const { change } = unitLifeText;
  const [typed, setTyped] = useState('');
  const papers = usePaperChoice(typed);
  return (
    <fieldset className={dialogClasses.group}>
      <legend className={dialogClasses.legend}>{change.decision}</legend>
      <div className={dialogClasses.form}>
        <FindField
          className={dialogClasses.wide}
          label={change.findPaper}
          description={change.findPaperHint}
          typed={typed}
          found={papers}
          onType={setTyped}
          onPick={({ symbol, issuer, signer, issuedOn }) =>
            onChange({
              ...form,
              symbol,
              issuer,
              signer,
              issuedOn: issuedOn === null ? null : (findExactDate(issuedOn) ?? null),
            })
          }
        />
        <TextInput
          label={change.symbol}
          required
          maxLength={60}
          autoComplete="off"
          value={form.symbol}
          onChange={(event) => onChange({ ...form, symbol: event.currentTarget.value })}
        />
        <DateField
          label={change.issuedOn}
          required
          value={form.issuedOn}
          today={today}
          onChange={(issuedOn, problem) => {
            onDateProblem(problem);
            onChange({ ...form, issuedOn });
          }}
        />
        <TextInput
          className={dialogClasses.wide ?? ''}
          label={change.issuer}
          required
          maxLength={200}
          autoComplete="off"
          value={form.issuer}
          onChange={(event) => onChange({ ...form, issuer: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  );
}
