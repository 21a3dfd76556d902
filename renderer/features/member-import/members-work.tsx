import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { importText as text } from '#renderer/messages/imports.ts';
import { CheckStep } from './check/check-step.tsx';
import { ColumnStep } from './columns/column-step.tsx';
import classes from './member-import.module.css';
import { ChooseFile } from './work/choose-file.tsx';
import { membersWork } from './work/import-work.ts';
import { WriteStep } from './write/write-step.tsx';

const steps = ['file', 'columns', 'check', 'write'] as const;

/** A list on its way in, step by step: file, columns, check, writing. */
export function MembersWork({ onPast }: { readonly onPast: () => void }): ReactNode {
  const { phase, fileName, isChecking } = membersWork.use();
  if (phase === 'file') return <ChooseFile work={membersWork} />;
  const at = phase === 'columns' || phase === 'reading' ? 'columns' : phase === 'check' ? 'check' : 'write';
  return (
    <div className={classes.work}>
      <div className={classes.head}>
        <ol className={classes.steps} aria-label={text.steps.label}>
          {steps.map((step, index) => (
            <li key={step} aria-current={step === at ? 'step' : undefined}>
              {`${String(index + 1)}. ${text.steps[step]}`}
            </li>
          ))}
        </ol>
        <span className={classes.file}>{fileName}</span>
        {isChecking && <Loader size="xs" aria-label={text.check.busy} />}
        <span className={classes.spacer} />
        {(phase === 'columns' || phase === 'check') && (
          <Button variant="default" size="xs" onClick={() => membersWork.close()}>
            {text.file.another}
          </Button>
        )}
      </div>
      {phase === 'reading' && <p>{text.file.reading(fileName)}</p>}
      {phase === 'columns' && <ColumnStep work={membersWork} />}
      {phase === 'check' && <CheckStep />}
      {(phase === 'writing' || phase === 'ended') && <WriteStep onPast={onPast} />}
    </div>
  );
}
