import { Title } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { findDossierProblems, handOverDeadline } from '#shared/domain/dossier/dossier-rules.ts';
import { useDossierPapers } from '#renderer/data/dossiers/use-dossiers.ts';
import type { DossierRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { dossiersText as text } from '#renderer/messages/dossiers.ts';
import { DetailPane } from '#renderer/ui/detail-pane.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { DossierActions } from './dossier-actions.tsx';
import classes from './dossier-page.module.css';
import { DossierStateChip } from './dossier-state-chip.tsx';
import { FactsTab } from './facts-tab.tsx';
import { HandOverTab } from './hand-over/hand-over-tab.tsx';
import { PapersTab } from './papers/papers-tab.tsx';
import { ProblemsTab } from './problems-tab.tsx';

type DossierPageProps = {
  readonly dossier: DossierRow;
  /** Codes of the office's other dossiers. */
  readonly takenCodes: ReadonlySet<string>;
};

/** One dossier: its papers in order, what it says of itself, what is to be mended, and its way to the archive. */
export function DossierPage({ dossier, takenCodes }: DossierPageProps): ReactNode {
  const today = useToday();
  const papers = useDossierPapers(dossier.id);
  const [tab, setTab] = useState('papers');
  const problems = useMemo(
    () => (papers === undefined ? undefined : findDossierProblems(dossier, papers, { today, takenCodes })),
    [dossier, papers, today, takenCodes],
  );
  const deadline = dossier.state === 'closed' && dossier.closedOn !== null ? handOverDeadline(dossier.closedOn) : null;
  return (
    <DetailPane
      activeTab={tab}
      onTabChange={setTab}
      header={
        <div className={classes.header}>
          <div className={classes.top}>
            <DossierStateChip state={dossier.state} />
            <span className={classes.code}>{dossier.code}</span>
            {deadline !== null && (
              <StatusChip tone={deadline < today ? 'red' : 'amber'}>
                {deadline < today ? text.deadlinePassed(formatDate(deadline)) : text.deadline(formatDate(deadline))}
              </StatusChip>
            )}
          </div>
          <Title order={2} className={classes.title ?? ''}>
            {dossier.title}
          </Title>
          {dossier.state === 'returned' && <p className={classes.returned}>{text.returned(dossier.returnReason)}</p>}
          <DossierActions dossier={dossier} papers={papers} problems={problems} />
        </div>
      }
      tabs={[
        {
          id: 'papers',
          label: text.tabs.papers,
          content: papers !== undefined && <PapersTab dossier={dossier} papers={papers} />,
        },
        { id: 'facts', label: text.tabs.facts, content: <FactsTab dossier={dossier} papers={papers ?? []} /> },
        {
          id: 'problems',
          label: text.problemsTab(problems?.length ?? 0),
          content: <ProblemsTab problems={problems ?? []} papers={papers ?? []} />,
        },
        {
          id: 'handOver',
          label: text.tabs.handOver,
          content: papers !== undefined && <HandOverTab dossier={dossier} papers={papers} problems={problems ?? []} />,
        },
      ]}
    />
  );
}
