import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReportLine } from '#shared/domain/reconcile/reconcile.ts';
import { useMemberRows } from '#renderer/data/members/use-members.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { takeBackWho } from '#renderer/data/reconcile/reconcile-notes.ts';
import { reconcileText as text } from '#renderer/messages/reconcile.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import classes from '../member-import.module.css';
import { loadReport } from './report.ts';

/** What was said, here or in a comparison before, of who a row of their list is; it can be taken back. */
export function AnsweredSide({ line }: { readonly line: ReportLine }): ReactNode {
  const office = useOffice();
  const { memberId, candidates } = line;
  const ids = memberId === null ? candidates : [memberId];
  const rows = useMemberRows(ids);
  const names = ids.map((id) => rows.get(id)?.name.full ?? '').join(', ');
  const takeBack = async (): Promise<void> => {
    const taken = await takeBackWho(office, line);
    if (taken.ok) await loadReport(office);
    else notifyError(taken.error.code);
  };
  return (
    <div className={classes.cellRow} role="group" aria-label={text.groups.answered}>
      <span className={classes.note}>{memberId === null ? text.saidNobody(names) : text.saidMember(names)}</span>
      <div>
        <Button size="compact-sm" variant="default" onClick={() => void takeBack()}>
          {text.askAgain}
        </Button>
      </div>
    </div>
  );
}
