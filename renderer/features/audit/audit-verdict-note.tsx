import type { ReactNode } from 'react';
import { auditText as text } from '#renderer/messages/audit.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import type { AuditVerdict } from '#renderer/platform/desktop-audit.ts';
import classes from './audit.module.css';

type AuditVerdictNoteProps = { readonly verdict: AuditVerdict; readonly when: (ms: number) => string };

/** What came of verifying the log, in words. */
export function AuditVerdictNote({ verdict, when }: AuditVerdictNoteProps): ReactNode {
  const { entries, badN, reason, signedN, signedAt } = verdict;
  const isFine = reason === 'none' && badN === null;
  const signed =
    signedN === 0 || signedAt === null
      ? text.verdictUnsigned
      : text.verdictSigned(formatCount(signedN), when(signedAt));
  return (
    <div className={classes.verdict} role="status" data-bad={!isFine || undefined}>
      <strong>
        {reason === 'none'
          ? text.verdictOk(formatCount(entries))
          : text.verdictBad[reason](formatCount(badN ?? entries + 1))}
      </strong>
      <p>{isFine ? signed : text.verdictTodo}</p>
    </div>
  );
}
