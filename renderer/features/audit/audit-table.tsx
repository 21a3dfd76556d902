import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { auditText as text } from '#renderer/messages/audit.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import type { AuditEntry } from '#renderer/platform/desktop-audit.ts';
import { auditWords, type AuditNames } from './audit-words.ts';
import classes from './audit.module.css';

type AuditTableProps = {
  readonly lines: readonly AuditEntry[];
  readonly names: AuditNames;
  readonly more: (() => void) | null;
};

/** The lines, newest above. */
export function AuditTable({ lines, names, more }: AuditTableProps): ReactNode {
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={text.list}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th className={classes.number}>{text.number}</th>
            <th>{text.when}</th>
            <th>{text.what}</th>
            <th>{text.who}</th>
            <th>{text.about}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((entry) => {
            const { when, what, who, about, detail } = auditWords(entry, names);
            return (
              <tr key={entry.n}>
                <td className={classes.number}>{formatCount(entry.n)}</td>
                <td className={classes.when}>{when}</td>
                <td>{what}</td>
                <td>{who}</td>
                <td>
                  {about}
                  {detail !== '' && <span className={classes.grey}>{about === '' ? detail : ` (${detail})`}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {more !== null && (
        <div className={classes.more}>
          <Button variant="default" size="xs" onClick={more}>
            {text.more}
          </Button>
        </div>
      )}
    </div>
  );
}
