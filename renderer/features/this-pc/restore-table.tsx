import type { ReactNode } from 'react';
import { formatCount } from '#renderer/messages/format-count.ts';
import { thisPcText } from '#renderer/messages/this-pc.ts';
import type { TableComparison } from '#renderer/sync/backup/compare-backup.ts';
import classes from './this-pc.module.css';

const text = thisPcText.restore;

/** Kinds a person knows first; bookkeeping of the program is left out unless it would be brought back. */
const plainKinds = ['documents', 'directives', 'attachments', 'members', 'units', 'staff', 'outbox', 'localDrafts'];

/** What is here and what the backup has, kind by kind. */
export function RestoreTable({ rows }: { readonly rows: readonly TableComparison[] }): ReactNode {
  const shown = rows
    .filter(({ table, now, inBackup }) => (plainKinds.includes(table) ? now + inBackup > 0 : inBackup > now))
    .sort((a, b) => placeOf(a.table) - placeOf(b.table));
  const isComplete = rows.every(({ now, inBackup }) => inBackup <= now);
  return (
    <>
      <table className={classes.table} aria-label={text.compare}>
        <thead>
          <tr>
            <th>{text.table}</th>
            <th className={classes.number}>{text.now}</th>
            <th className={classes.number}>{text.inBackup}</th>
            <th className={classes.number}>{text.gain}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ table, now, inBackup }) => (
            <tr key={table}>
              <td>{thisPcText.tables[table] ?? table}</td>
              <td className={classes.number}>{formatCount(now)}</td>
              <td className={classes.number}>{formatCount(inBackup)}</td>
              <td className={classes.number}>{formatCount(Math.max(0, inBackup - now))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isComplete && <p className={classes.grey}>{text.nothing}</p>}
    </>
  );
}

function placeOf(table: string): number {
  const place = plainKinds.indexOf(table);
  return place === -1 ? plainKinds.length : place;
}
