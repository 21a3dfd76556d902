import { Button, Group, Progress } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import { isAllowed, type DossierProblem } from '#shared/domain/dossier/dossier-rules.ts';
import { withdrawPackage } from '#renderer/data/dossiers/dossier-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { DossierRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { dossierProblemWords, dossiersText } from '#renderer/messages/dossiers.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import { PrintDialog } from '../print/print-dialog.tsx';
import { ExportTables } from './export-tables.tsx';
import classes from './hand-over.module.css';
import { usePackageMaker } from './use-package-maker.ts';
import { useReceiptImport } from './use-receipt-import.ts';

type HandOverTabProps = {
  readonly dossier: DossierRow;
  readonly papers: readonly DossierPaper[];
  readonly problems: readonly DossierProblem[];
};

/** The way of a closed dossier to the archive: package, paper of the hand-over, receipt or return. */
export function HandOverTab({ dossier, papers, problems }: HandOverTabProps): ReactNode {
  const office = useOffice();
  const today = useToday();
  const text = dossiersText.handOver;
  const { may } = useMay('dossier.submit');
  const maker = usePackageMaker(dossier, papers);
  const receipt = useReceiptImport();
  const [isPrinting, setPrinting] = useState(false);
  const { state } = dossier;
  const hasPackage = state === 'submitted' || state === 'archived';
  const blocking = problems.filter(({ weight }) => weight !== 'note');
  const isBlocked = !isAllowed('submit', problems);

  const withdraw = async (): Promise<void> => {
    const { ask } = dossiersText;
    const isSure = await askConfirm({
      title: ask.withdraw,
      body: ask.withdrawBody,
      confirm: text.withdraw,
      cancel: ask.keep,
    });
    if (!isSure) return;
    const saved = await withdrawPackage(office, dossier.id);
    if (!saved.ok) notifyError(saved.error.code);
  };
  return (
    <div className={classes.root}>
      {receipt.input}
      {hasPackage && (
        <section className={classes.box}>
          {dossier.submittedAt !== null && <p>{text.submittedAt(formatWhen(dossier.submittedAt, today))}</p>}
          {state === 'archived' && dossier.receivedOn !== null && (
            <p>{text.archivedOn(formatDate(dossier.receivedOn), dossier.receiptNumber)}</p>
          )}
          <p className={classes.hash}>
            {text.hash}: <code>{dossier.packageHash}</code>
          </p>
          <p className={classes.grey}>{text.hashNote}</p>
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => setPrinting(true)}>
              {text.printRecord}
            </Button>
            {may && state === 'submitted' && (
              <>
                <Button size="xs" onClick={receipt.ask}>
                  {text.receipt}
                </Button>
                <Button size="xs" variant="subtle" color="gray" onClick={() => void withdraw()}>
                  {text.withdraw}
                </Button>
              </>
            )}
          </Group>
        </section>
      )}
      {(state === 'planned' || state === 'open' || state === 'returned') && <p>{text.notClosed}</p>}
      {state === 'closed' && isBlocked && (
        <section className={classes.box}>
          <p>{text.blocked}</p>
          <ul>
            {[...new Set(blocking.map(({ code }) => code))].map((code) => (
              <li key={code}>{dossierProblemWords[code]}</li>
            ))}
          </ul>
        </section>
      )}
      {state === 'closed' && !isBlocked && may && (
        <section className={classes.box}>
          {maker.progress === null ? (
            <>
              <p className={classes.grey}>{text.makeNote}</p>
              <Group gap="xs">
                <Button onClick={() => void maker.make('zip')}>{text.makeZip}</Button>
                <Button variant="default" onClick={() => void maker.make('folder')}>
                  {text.makeFolder}
                </Button>
              </Group>
            </>
          ) : (
            <>
              <p role="status">{text.working[maker.progress.stage]}</p>
              <Progress value={maker.progress.percent} aria-label={text.working[maker.progress.stage]} />
              <Button size="xs" variant="default" onClick={maker.cancel}>
                {text.cancel}
              </Button>
            </>
          )}
        </section>
      )}
      {papers.length > 0 && <ExportTables dossier={dossier} papers={papers} />}
      {isPrinting && (
        <PrintDialog
          year={dossier.year}
          dossiers={[]}
          dossier={dossier}
          papers={papers}
          first="record"
          onClose={() => setPrinting(false)}
        />
      )}
    </div>
  );
}
