import { Anchor } from '@mantine/core';
import { IconAlertCircle, IconDeviceDesktop, IconDownload, IconPlayerPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useOutboxSummary, useTodayFacts } from '#renderer/data/review/use-review.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { shellText } from '#renderer/messages/shell.ts';
import { syncNowText } from '#renderer/messages/sync-now.ts';
import { useSyncStatus } from '#renderer/sync/sync-status.ts';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { loadingInShort } from '#renderer/ui/loading-words.ts';
import { routes } from '#renderer/ui/routes.ts';
import classes from './shell.module.css';

/** The truth about the line and about what exists only here; said by the province's answers, never guessed. */
export function StatusBar({ version }: { readonly version: string }): ReactNode {
  const status = useSyncStatus();
  const outbox = useOutboxSummary();
  const summary = useTodayFacts(null);
  const today = useToday();
  const onlyHere = outbox === undefined ? undefined : outbox.records + outbox.files;
  const attention = outbox === undefined ? 0 : outbox.attention + outbox.conflicts;
  const online = status.reachable === true;
  const isPaused = status.pausedUntilMs !== null;
  const isBusy = status.failure === 'too-many-requests';
  return (
    <footer className={classes.status} aria-label={shellText.statusBar}>
      <span className={classes.statusItem} role="status">
        <span className={classes.dot} data-online={(online && !isBusy) || undefined} aria-hidden />
        {status.reachable === null ? (
          shellText.connecting
        ) : (
          <>
            <strong>{!online ? shellText.offline : isBusy ? shellText.busy : shellText.online}</strong>
            {!online &&
              status.unreachableSinceMs !== null &&
              shellText.since(formatWhen(status.unreachableSinceMs, today))}
            {!online && status.inOffice !== null && status.inOffice > 1 && ` ${shellText.inOffice(status.inOffice)}`}
          </>
        )}
      </span>
      {status.pausedUntilMs !== null && (
        <Anchor href={`#${routes.sync()}`} className={`${classes.statusItem ?? ''} ${classes.statusLink ?? ''}`}>
          <IconPlayerPause size="1rem" stroke={1.6} aria-hidden />
          <strong>{syncNowText.pause.status(formatWhen(status.pausedUntilMs, today))}</strong>
        </Anchor>
      )}
      {online && status.loading !== null && (
        <Anchor href={`#${routes.sync()}`} className={`${classes.statusItem ?? ''} ${classes.statusLink ?? ''}`}>
          <IconDownload size="1rem" stroke={1.6} aria-hidden />
          {loadingInShort(status.loading)}
        </Anchor>
      )}
      {onlyHere !== undefined && (
        <Anchor href={`#${routes.sync()}`} className={`${classes.statusItem ?? ''} ${classes.statusLink ?? ''}`}>
          <IconDeviceDesktop size="1rem" stroke={1.6} aria-hidden />
          {onlyHere === 0 ? shellText.nothingOnlyHere : <strong>{shellText.onlyHere(onlyHere)}</strong>}
        </Anchor>
      )}
      {attention > 0 && (
        <Anchor href={`#${routes.sync()}`} className={`${classes.statusItem ?? ''} ${classes.statusLink ?? ''}`}>
          <IconAlertCircle size="1rem" stroke={1.6} aria-hidden />
          <strong>{shellText.attention(attention)}</strong>
        </Anchor>
      )}
      {summary !== undefined && !isPaused && (
        <span className={classes.spare}>{shellText.registeredToday(summary.registeredToday)}</span>
      )}
      <span className={classes.statusRight}>
        {status.lastContactAtMs === null
          ? shellText.neverContacted
          : shellText.lastContact(formatWhen(status.lastContactAtMs, today))}
      </span>
      {!isPaused && <span className={classes.spare}>{shellText.version(version)}</span>}
    </footer>
  );
}
