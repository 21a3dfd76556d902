import type { ReactNode } from 'react';
import type { DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import { dossiersText } from '#renderer/messages/dossiers.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { paperTitle } from './paper-title.ts';
import classes from './papers.module.css';

type PaperLineProps = {
  readonly paper: DossierPaper;
  readonly mayMove: boolean;
  readonly onDrag: () => void;
  readonly onDrop: () => void;
};

/** A paper in the list of a dossier. */
export function PaperLine({ paper, mayMove, onDrag, onDrop }: PaperLineProps): ReactNode {
  const text = dossiersText.paperList;
  const { place, abstract, issuer, firstSheet, pages, files, standing } = paper;
  const about = [
    issuer,
    firstSheet === null ? '' : text.sheet(firstSheet),
    pages === 0 ? '' : text.pages(pages),
  ].filter((words) => words !== '');
  return (
    <div
      className={classes.line}
      draggable={mayMove}
      onDragStart={onDrag}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      <span className={classes.place}>{place}</span>
      <span className={classes.words}>
        <span className={classes.title}>{paperTitle(paper)}</span>
        <span className={classes.abstract}>{abstract === '' ? text.noAbstract : abstract}</span>
        <span className={classes.about}>{about.join(' · ')}</span>
      </span>
      {standing === 'gone' ? (
        <StatusChip tone="red">{text.gone}</StatusChip>
      ) : (
        files.length === 0 && <StatusChip tone="amber">{text.noFile}</StatusChip>
      )}
    </div>
  );
}
