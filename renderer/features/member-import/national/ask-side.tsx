import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { ReportLine } from '#shared/domain/reconcile/reconcile.ts';
import { useMemberRows } from '#renderer/data/members/use-members.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { sayWho } from '#renderer/data/reconcile/reconcile-notes.ts';
import { reconcileText as text } from '#renderer/messages/reconcile.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import classes from '../member-import.module.css';
import { problemWords } from '../check/problem-words.ts';
import { loadReport } from './report.ts';

/** Who a row of their list is, where that is not beyond doubt; remembered for the next comparison. */
export function AskSide({ line }: { readonly line: ReportLine }): ReactNode {
  const office = useOffice();
  const rows = useMemberRows(line.candidates);
  const say = async (memberId: string | null): Promise<void> => {
    const said = await sayWho(office, line, memberId);
    if (said.ok) await loadReport(office);
    else notifyError(said.error.code);
  };
  return (
    <Stack gap="0.375rem" mb="xs">
      {line.problem !== null && <span className={classes.doubt}>{problemWords(line.problem)}</span>}
      {line.candidates.map((id) => {
        const held = rows.get(id);
        const born = held?.bornOn ?? null;
        const facts = [born === null ? '' : formatDate(born), held?.citizenId ?? '', held?.cardNumber ?? ''];
        return (
          <div key={id}>
            <Button size="xs" onClick={() => void say(id)}>
              {text.isMember(held?.name.full ?? '')}
            </Button>
            <div className={classes.note}>{facts.filter((fact) => fact !== '').join(' · ')}</div>
          </div>
        );
      })}
      <Button size="xs" variant="default" onClick={() => void say(null)}>
        {text.nobody}
      </Button>
    </Stack>
  );
}
