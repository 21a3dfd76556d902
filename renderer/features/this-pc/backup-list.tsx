import type { ReactNode } from 'react';
import { useToday } from '#renderer/data/use-today.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { thisPcText } from '#renderer/messages/this-pc.ts';
import type { BackupEntry } from '#renderer/platform/desktop-backup.ts';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import classes from './this-pc.module.css';

const text = thisPcText.backups;

/** The backups that are kept, newest first. */
export function BackupList({ entries }: { readonly entries: readonly BackupEntry[] }): ReactNode {
  const today = useToday();
  return (
    <SectionCard title={text.list} {...(entries.length === 0 ? { text: text.none } : {})}>
      {entries.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{text.at}</th>
              <th className={classes.number}>{text.rows}</th>
              <th className={classes.number}>{text.files}</th>
              <th className={classes.number}>{text.size}</th>
              <th className={classes.number}>{text.unsent}</th>
              <th>{text.check}</th>
            </tr>
          </thead>
          <tbody>
            {[...entries]
              .sort((a, b) => b.at - a.at)
              .map(({ id, at, counts, files, skipped, bytes, unsent, rehearsed }) => (
                <tr key={id}>
                  <td>{formatWhen(at, today)}</td>
                  <td className={classes.number}>
                    {formatCount(Object.values(counts).reduce((sum, n) => sum + n, 0))}
                  </td>
                  <td className={classes.number}>
                    {formatCount(files)}
                    {skipped > 0 && (
                      <>
                        {' '}
                        <StatusChip tone="amber">{text.short(formatCount(skipped))}</StatusChip>
                      </>
                    )}
                  </td>
                  <td className={classes.number}>{sharedText.bytes(bytes)}</td>
                  <td className={classes.number}>{formatCount(unsent)}</td>
                  <td>
                    {rehearsed === null ? (
                      text.notYet
                    ) : (
                      <StatusChip tone={rehearsed.ok ? 'green' : 'red'}>{rehearsed.ok ? text.ok : text.bad}</StatusChip>
                    )}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </SectionCard>
  );
}
