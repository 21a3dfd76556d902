import { Button, FileButton, Group, TextInput } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { findExactDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { usePaperChoice, type DecisionPaper } from '#renderer/data/members/use-decision-papers.ts';
import { memberLifeText } from '#renderer/messages/member-life.ts';
import { ACCEPTED_FILES } from '#renderer/platform/take-in-file.ts';
import { DateField } from '#renderer/ui/date-field.tsx';
import { FindField } from '#renderer/ui/find-field.tsx';
import dialogClasses from '#renderer/ui/form-dialog.module.css';
import classes from './event-dialog.module.css';
import type { EventForm } from './event-form.ts';

type DecisionFieldsProps = {
  readonly form: EventForm;
  readonly today: PlainDate;
  readonly required: boolean;
  readonly error: string | undefined;
  readonly file: File | null;
  readonly onFile: (file: File | null) => void;
  readonly onChange: (form: EventForm) => void;
  readonly onDateProblem: (problem: string | null) => void;
};

/** The decision an event rests on: found among the office's papers, or quoted by hand; with its file. */
export function DecisionFields(props: DecisionFieldsProps): ReactNode {
  const { form, today, required, error, file, onFile, onChange, onDateProblem } = props;
  const { dialog } = memberLifeText;
  const [typed, setTyped] = useState('');
  const papers = usePaperChoice(typed);
  const take = ({ id, symbol, issuedOn, issuer, signer }: DecisionPaper): void =>
    onChange({
      ...form,
      decisionId: id,
      symbol,
      issuer,
      signer,
      issuedOn: issuedOn === null ? null : (findExactDate(issuedOn) ?? null),
      effectiveOn: form.effectiveOn ?? issuedOn,
    });
  const text = (field: 'symbol' | 'issuer' | 'signer', max: number): ReactNode => (
    <TextInput
      label={dialog[field]}
      maxLength={max}
      required={required && field === 'symbol'}
      value={form[field]}
      error={field === 'symbol' ? error : undefined}
      autoComplete="off"
      onChange={(event) => onChange({ ...form, decisionId: null, [field]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className={dialogClasses.group}>
      <legend className={dialogClasses.legend}>{dialog.decision}</legend>
      <div className={dialogClasses.form}>
        <FindField
          className={dialogClasses.wide}
          label={dialog.findPaper}
          description={dialog.findPaperHint}
          typed={typed}
          found={papers}
          onType={setTyped}
          onPick={take}
        />
        {text('symbol', 60)}
        <DateField
          label={dialog.issuedOn}
          value={form.issuedOn}
          today={today}
          required={required}
          onChange={(issuedOn, problem) => {
            onDateProblem(problem);
            if (problem === null) onChange({ ...form, issuedOn, decisionId: null });
          }}
        />
        {text('issuer', 200)}
        {text('signer', 120)}
        <Group className={dialogClasses.wide ?? ''} gap="sm">
          <FileButton accept={ACCEPTED_FILES} onChange={onFile}>
            {(button) => (
              <Button
                {...button}
                variant="default"
                size="compact-sm"
                leftSection={<IconPaperclip size="1rem" aria-hidden />}
              >
                {dialog.pickFile}
              </Button>
            )}
          </FileButton>
          <span className={classes.grey}>{file?.name ?? dialog.noFile}</span>
        </Group>
      </div>
    </fieldset>
  );
}
