import { Button, Loader } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { importText } from '#renderer/messages/imports.ts';
import { reconcileText as text } from '#renderer/messages/reconcile.ts';
import { ColumnStep } from '../columns/column-step.tsx';
import classes from '../member-import.module.css';
import { ChooseFile } from '../work/choose-file.tsx';
import { nationalWork } from '../work/import-work.ts';
import { ReportStep } from './report-step.tsx';
import { forgetReport, useReport } from './report.ts';

/** A list of the national database beside ours: file, columns, report. */
export function NationalWork(): ReactNode {
  const { phase, fileName, isChecking } = nationalWork.use();
  const isWriting = useReport(({ progress }) => progress !== null);
  useEffect(() => {
    if (phase !== 'check') forgetReport();
  }, [phase]);
  if (phase === 'file')
    return (
      <ChooseFile work={nationalWork}>
        <p className={classes.intro}>{text.intro}</p>
      </ChooseFile>
    );
  return (
    <div className={classes.work}>
      <div className={classes.head}>
        <span className={classes.file}>{fileName}</span>
        {isChecking && <Loader size="xs" aria-label={text.busy} />}
        <span className={classes.spacer} />
        {phase === 'check' && (
          <Button
            variant="default"
            size="xs"
            disabled={isWriting}
            onClick={() => nationalWork.set({ phase: 'columns' })}
          >
            {importText.check.back}
          </Button>
        )}
        {phase !== 'reading' && (
          <Button variant="default" size="xs" disabled={isWriting} onClick={() => nationalWork.close()}>
            {importText.file.another}
          </Button>
        )}
      </div>
      {phase === 'reading' && <p>{importText.file.reading(fileName)}</p>}
      {phase === 'columns' && <ColumnStep work={nationalWork} />}
      {phase === 'check' && <ReportStep />}
    </div>
  );
}
