import { ActionIcon, Button, FileButton, SegmentedControl } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { listDuePapers, type DuePaper } from '#shared/domain/member/completeness.ts';
import { paperStages } from '#shared/domain/member/dossier-checklist-table.ts';
import { usePaperYears } from '#renderer/data/members/use-members.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { dossierPaperName } from '#renderer/messages/member-choices.ts';
import { memberPapersText as text } from '#renderer/messages/member-papers-list.ts';
import { ACCEPTED_FILES } from '#renderer/platform/take-in-file.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { paperStateOf, type PaperStanding } from './paper-standing.ts';
import classes from './papers-tab.module.css';

type ChecklistProps = {
  readonly row: MemberRow;
  readonly mayEdit: boolean;
  readonly onMark: (papers: readonly DuePaper[], standing: PaperStanding) => void;
  readonly onScan: (paper: DuePaper, file: File) => void;
};

/** The papers of the dossier by the stage they belong to: there, missing, or not needed. */
export function Checklist({ row, mayEdit, onMark, onScan }: ChecklistProps): ReactNode {
  const due = listDuePapers(row, usePaperYears());
  if (due.length === 0) return <p className={classes.grey}>{text.nothingDue}</p>;
  return (
    <>
      {paperStages.map((stage) => {
        const papers = due.filter(({ paper }) => paper.stage === stage);
        if (papers.length === 0) return null;
        const open = papers.filter((paper) => paperStateOf(row, paper) === 'missing' && !paper.paper.ifAny);
        return (
          <section key={stage} className={classes.stage} aria-label={text.stages[stage]}>
            <header className={classes.stageHeader}>
              <h4>{text.stages[stage]}</h4>
              {mayEdit && open.length > 1 && (
                <Button size="compact-sm" variant="subtle" onClick={() => onMark(open, 'held')}>
                  {text.allHeld}
                </Button>
              )}
            </header>
            {papers.map((paper) => (
              <PaperLine
                key={paper.code}
                paper={paper}
                standing={paperStateOf(row, paper)}
                mayEdit={mayEdit}
                onMark={(standing) => onMark([paper], standing)}
                onScan={(file) => onScan(paper, file)}
              />
            ))}
          </section>
        );
      })}
    </>
  );
}

function PaperLine({
  paper,
  standing,
  mayEdit,
  onMark,
  onScan,
}: {
  readonly paper: DuePaper;
  readonly standing: PaperStanding;
  readonly mayEdit: boolean;
  readonly onMark: (standing: PaperStanding) => void;
  readonly onScan: (file: File) => void;
}): ReactNode {
  const name = dossierPaperName(paper.code);
  const { form, ifAny } = paper.paper;
  // What only some have is there or not: nobody misses it.
  const offered = ifAny ? (['held', 'missing'] as const) : standings;
  return (
    <div className={classes.paper}>
      <span className={classes.paperName}>
        {name}
        {form !== '' && <span className={classes.grey}> ({form})</span>}
        {ifAny && <span className={classes.grey}>, {text.ifAny}</span>}
      </span>
      {mayEdit ? (
        <>
          <FileButton accept={ACCEPTED_FILES} onChange={(file) => file !== null && onScan(file)}>
            {(props) => (
              <ActionIcon {...props} variant="subtle" color="gray" aria-label={text.scan(name)} title={text.scanTitle}>
                <IconPaperclip size="1rem" aria-hidden />
              </ActionIcon>
            )}
          </FileButton>
          <SegmentedControl
            size="xs"
            aria-label={name}
            value={ifAny && standing === 'unneeded' ? 'missing' : standing}
            data={offered.map((value) => ({
              value,
              label: ifAny && value === 'missing' ? text.states.none : text.states[value],
            }))}
            onChange={(value) => onMark(standings.find((each) => each === value) ?? 'missing')}
          />
        </>
      ) : (
        <StatusChip tone={standing === 'held' ? 'green' : standing === 'missing' && !ifAny ? 'amber' : 'neutral'}>
          {ifAny && standing !== 'held' ? text.states.none : text.states[standing]}
        </StatusChip>
      )}
    </div>
  );
}

const standings: readonly PaperStanding[] = ['held', 'missing', 'unneeded'];
