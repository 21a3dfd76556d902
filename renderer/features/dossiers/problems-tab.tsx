import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import type { DossierProblem, ProblemWeight } from '#shared/domain/dossier/dossier-rules.ts';
import { dossierProblemWords, problemWeightWords } from '#renderer/messages/dossiers.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { StatusChip, type ChipTone } from '#renderer/ui/status-chip.tsx';
import { paperTitle } from './papers/paper-title.ts';
import classes from './dossier-page.module.css';

const tones: Readonly<Record<ProblemWeight, ChipTone>> = { close: 'red', submit: 'amber', note: 'neutral' };

/** Everything that should be looked at before the dossier is closed or handed over, each with what to do. */
export function ProblemsTab({
  problems,
  papers,
}: {
  readonly problems: readonly DossierProblem[];
  readonly papers: readonly DossierPaper[];
}): ReactNode {
  if (problems.length === 0) return <EmptyState icon={IconCircleCheck} title={problemWeightWords.none} />;
  return (
    <ul className={classes.problems}>
      {problems.map(({ code, weight, paperId }, i) => {
        const paper = papers.find(({ id }) => id === paperId);
        return (
          <li key={`${code} ${paperId ?? ''} ${String(i)}`} className={classes.problem}>
            <StatusChip tone={tones[weight]}>{problemWeightWords[weight]}</StatusChip>
            <span>
              {paper !== undefined && <span className={classes.where}>{paperTitle(paper)}: </span>}
              {dossierProblemWords[code]}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
