import { Button, NumberInput, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { documentFieldLabels as labels } from '#renderer/messages/record-fields.ts';
import { registerText as text } from '#renderer/messages/register.ts';
import type { DraftProblems } from './check-draft.ts';
import type { DocumentDraft } from './document-draft.ts';
import classes from './register.module.css';

type MoreFieldsProps = {
  readonly values: DocumentDraft;
  readonly problems: DraftProblems;
  readonly onChange: (change: Partial<DocumentDraft>) => void;
};

/** Fields a clerk seldom fills in; open when one of them says something. */
export function MoreFields({ values, problems, onChange }: MoreFieldsProps): ReactNode {
  const { signerPost, pages, copies, externalId, organId } = values;
  const isUsed = signerPost !== '' || pages !== null || copies !== null || externalId !== '' || organId !== '';
  const [asked, setAsked] = useState(false);
  const isOpen = isUsed || asked;
  const words = (field: 'signerPost' | 'externalId' | 'organId'): ReactNode => (
    <TextInput
      label={labels[field]}
      value={values[field]}
      error={problems[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
  const count = (field: 'pages' | 'copies', max: number): ReactNode => (
    <NumberInput
      label={labels[field]}
      value={values[field] ?? ''}
      min={0}
      max={max}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      onChange={(value) => onChange({ [field]: typeof value === 'number' ? value : null })}
    />
  );
  return (
    <>
      {!isUsed && (
        <div className={classes.three}>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={isOpen}
            leftSection={
              isOpen ? <IconChevronUp size="1rem" aria-hidden /> : <IconChevronDown size="1rem" aria-hidden />
            }
            onClick={() => setAsked(!asked)}
          >
            {isOpen ? text.less : text.more}
          </Button>
        </div>
      )}
      {isOpen && (
        <>
          {words('signerPost')}
          {count('pages', 100_000)}
          {count('copies', 10_000)}
          {words('externalId')}
          {words('organId')}
        </>
      )}
    </>
  );
}
