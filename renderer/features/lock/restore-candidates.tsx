import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import { dateOfInstant } from '#shared/base/plain-date.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { lockText as text } from '#renderer/messages/lock.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { findSoundBackup, isUsableBackup, type RestoreCandidate } from '#renderer/platform/desktop-backup.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { formatTime } from '#renderer/ui/format-when.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './lock.module.css';

type RestoreCandidatesProps = {
  readonly found: readonly RestoreCandidate[];
  readonly chosen: RestoreCandidate | null;
  readonly onChoose: (candidate: RestoreCandidate) => void;
};

/** What lies on the stick, newest first, with what each would bring back; the newest good one is marked. */
export function RestoreCandidates({ found, chosen, onChoose }: RestoreCandidatesProps): ReactNode {
  if (found.length === 0) return <ErrorNote code="backup-missing" />;
  const best = findSoundBackup(found);
  return (
    <ul className={classes.candidates} aria-label={text.restoreList}>
      {[...found]
        .sort((a, b) => b.at - a.at)
        .map((each) => (
          <li key={each.id}>
            <UnstyledButton
              className={classes.candidate}
              disabled={!isUsableBackup(each)}
              data-chosen={chosen?.id === each.id || undefined}
              aria-pressed={chosen?.id === each.id}
              onClick={() => onChoose(each)}
            >
              <div className={classes.candidateName}>
                <span>
                  {text.restoreLine(
                    sharedText.dateAt(formatDate(dateOfInstant(each.at)), formatTime(each.at)),
                    each.device,
                    each.commune,
                  )}
                </span>
                {each === best && <StatusChip tone="green">{text.restoreBest}</StatusChip>}
              </div>
              <div className={classes.hint}>{factsOf(each).join(' · ')}</div>
            </UnstyledButton>
          </li>
        ))}
    </ul>
  );
}

function factsOf(backup: RestoreCandidate): readonly string[] {
  const { standing, counts, files, bytes, unsent, skipped, rehearsed } = backup;
  if (!isUsableBackup(backup)) return [text.restoreBad[standing]];
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [
    text.restoreSize(formatCount(rows), formatCount(files), sharedText.bytes(bytes)),
    ...(unsent > 0 ? [text.restoreUnsent(formatCount(unsent))] : []),
    ...(skipped > 0 ? [text.restoreSkipped(formatCount(skipped))] : []),
    text.restoreTried[rehearsed === null ? 'never' : rehearsed.ok ? 'ok' : 'bad'],
  ];
}
