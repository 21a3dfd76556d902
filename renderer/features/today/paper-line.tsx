import { formatCount } from '#renderer/messages/format-count.ts';
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { KnownNames } from '#renderer/data/organisation/use-record-names.ts';
import type { DocumentRow } from '#renderer/data/rows.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { documentStateText, urgencyText } from '#renderer/messages/record-fields.ts';
import { todayText } from '#renderer/messages/today.ts';
import { BreakableCode } from '#renderer/ui/breakable-code.tsx';
import { DueChip } from '#renderer/ui/due-chip.tsx';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './paper-line.module.css';

/** One paper: symbol and issuer, what it is about, who holds it, and how much time is left. */
export function PaperLine({ paper, names }: { readonly paper: DocumentRow; readonly names: KnownNames }): ReactNode {
  const navigate = useNavigate();
  const today = useToday();
  const { lists } = todayText;
  const holder =
    (paper.holderStaffId === null ? undefined : names.staff(paper.holderStaffId)) ??
    (paper.holderUnitId === null ? undefined : names.unit(paper.holderUnitId));
  const number = paper.arrivalNumber === null ? lists.noNumber : lists.number(formatCount(paper.arrivalNumber));
  return (
    <li className={classes.item}>
      <UnstyledButton className={classes.line ?? ''} onClick={() => navigate(routes.document(paper.id))}>
        <span className={classes.symbol}>
          <strong>
            <BreakableCode>{paper.symbol === '' ? lists.noSymbol : paper.symbol}</BreakableCode>
          </strong>
          <span className={classes.grey}>{number}</span>
        </span>
        <span className={classes.about}>
          <span className={classes.subject}>{paper.abstract === '' ? lists.noSubject : paper.abstract}</span>
          <span className={classes.grey}>
            {[paper.issuer, holder].filter((text) => text !== undefined && text !== '').join(' · ')}
          </span>
        </span>
        <span className={classes.chips}>
          {paper.dueOn !== null ? (
            <DueChip dueOn={paper.dueOn} today={today} />
          ) : (
            <StatusChip tone={paper.state === 'awaiting-directive' ? 'blue' : 'neutral'}>
              {documentStateText[paper.state]}
            </StatusChip>
          )}
          {paper.urgency !== 'normal' && <StatusChip tone="red">{urgencyText[paper.urgency]}</StatusChip>}
        </span>
      </UnstyledButton>
    </li>
  );
}
