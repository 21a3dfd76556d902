import { useMemo, type ReactNode } from 'react';
import type { CountedDossier } from '#renderer/data/dossiers/use-dossiers.ts';
import { dossiersText as text, retentionWords } from '#renderer/messages/dossiers.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import { DossierStateChip } from './dossier-state-chip.tsx';
import classes from './dossier-list.module.css';
import { groupByHeading, type ListedDossier } from './group-by-heading.ts';

type DossierListProps = {
  readonly dossiers: readonly CountedDossier[];
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
};

/** The list of files of a year, by heading, each heading with how much lies under it. */
export function DossierList({ dossiers, selectedId, onSelect }: DossierListProps): ReactNode {
  const lines = useMemo(() => groupByHeading(dossiers), [dossiers]);
  return (
    <VirtualList<ListedDossier>
      label={text.list}
      items={{ length: lines.length, at: (index) => lines[index] }}
      getKey={({ dossier }) => dossier.id}
      rowHeight={4}
      selectedKey={selectedId}
      onSelect={onSelect}
      renderRow={({ dossier, opens }) => (
        <div className={classes.line}>
          {opens !== undefined && (
            <div className={classes.heading}>
              <span>{opens.heading === '' ? text.noHeading : opens.heading}</span>
              <span className={classes.grey}>
                {text.headingSummary(formatCount(opens.dossiers), formatCount(opens.papers))}
              </span>
            </div>
          )}
          <div className={classes.title}>
            {dossier.fileNumber !== '' && <span className={classes.number}>{dossier.fileNumber}</span>}
            <span className={classes.words}>{dossier.title}</span>
          </div>
          <div className={classes.facts}>
            <span>{dossier.papers === 0 ? text.noPapers : text.papers(formatCount(dossier.papers))}</span>
            <span>{retentionWords(dossier.retentionYears)}</span>
            <span className={classes.chip}>
              <DossierStateChip state={dossier.state} />
            </span>
          </div>
        </div>
      )}
    />
  );
}
