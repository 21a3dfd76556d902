import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DuePaper } from '#shared/domain/member/completeness.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { attachToMember } from '#renderer/data/members/member-files.ts';
import { saveMember } from '#renderer/data/members/member-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useMay } from '#renderer/data/rights/use-may.ts';
import type { MemberRow } from '#renderer/data/rows.ts';
import { dossierPaperName, memberValueWords } from '#renderer/messages/member-choices.ts';
import { memberPapersText as text } from '#renderer/messages/member-papers-list.ts';
import { membersText } from '#renderer/messages/members.ts';
import { fieldLabel } from '#renderer/messages/record-fields.ts';
import { takeInFile } from '#renderer/platform/take-in-file.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import { Checklist } from './checklist.tsx';
import { FilesCard } from './files-card.tsx';
import { markPapers, type PaperStanding } from './paper-standing.ts';
import classes from './papers-tab.module.css';
import { PortraitCard } from './portrait-card.tsx';

type PapersTabProps = { readonly row: MemberRow; readonly onField: (field: keyof MemberFields) => void };

/** What the dossier holds: its papers one by one, the portrait, scanned files, and where the paper dossier lies. */
export function PapersTab({ row, onField }: PapersTabProps): ReactNode {
  const office = useOffice();
  const { may: mayEdit } = useMay('member.edit');

  const mark = async (papers: readonly DuePaper[], standing: PaperStanding): Promise<void> => {
    const codes = papers.map(({ code }) => code);
    const saved = await saveMember(office, row.id, markPapers(row, codes, standing), row.seq);
    if (!saved.ok) notifyError(saved.error.code);
  };
  const attach = async (file: File, paper: DuePaper | null): Promise<void> => {
    const taken = await takeInFile(file);
    if (!taken.ok) {
      notifyError(taken.error.code, file.name);
      return;
    }
    const stored = taken.value.file;
    const named = paper === null ? stored : { ...stored, name: scanName(paper, stored.name) };
    const saved = await attachToMember(office, row.id, named, paper?.code ?? null);
    if (saved.ok) notifyDone(text.files.attached);
    else notifyError(saved.error.code, file.name);
  };
  return (
    <div className={classes.root}>
      <div className={classes.list}>
        <h3 className={classes.title}>{text.checklist}</h3>
        <Checklist
          row={row}
          mayEdit={mayEdit}
          onMark={(papers, standing) => void mark(papers, standing)}
          onScan={(paper, file) => void attach(file, paper)}
        />
      </div>
      <div className={classes.cards}>
        <PortraitCard row={row} mayEdit={mayEdit} />
        <FilesCard row={row} mayEdit={mayEdit} onAdd={(file) => attach(file, null)} />
        <section className={classes.card} aria-label={text.paper.title}>
          <h3>{text.paper.title}</h3>
          <FactList
            facts={[
              { label: fieldLabel('member', 'paperPlace'), value: row.paperPlace || membersText.notFilled },
              { label: fieldLabel('member', 'paperState'), value: memberValueWords.paperState[row.paperState] ?? '' },
            ]}
          />
          {mayEdit && (
            <Button size="compact-sm" variant="light" mt="0.375rem" onClick={() => onField('paperPlace')}>
              {text.paper.edit}
            </Button>
          )}
        </section>
      </div>
    </div>
  );
}

/** A scan is called after the paper it is of; the ending says what it is. */
function scanName({ code }: DuePaper, fileName: string): string {
  const ending = fileName.includes('.') ? fileName.slice(fileName.lastIndexOf('.')) : '';
  return `${dossierPaperName(code).slice(0, 180)}${ending}`;
}
