import { Button, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useToday } from '#renderer/data/use-today.ts';
import { syncNowText } from '#renderer/messages/sync-now.ts';
import { useSync } from '#renderer/sync/sync-context.tsx';
import { useSyncStatus } from '#renderer/sync/sync-status.ts';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import classes from './attention-card.module.css';

/** Says that sync rests and until when, and lets it go on; nothing while it does not rest. */
export function PauseCard(): ReactNode {
  const sync = useSync();
  const { pausedUntilMs } = useSyncStatus();
  const today = useToday();
  const text = syncNowText.pause;
  if (pausedUntilMs === null) return null;
  const title = text.title(formatWhen(pausedUntilMs, today));
  return (
    <article className={classes.card} aria-label={title}>
      <header className={classes.header}>
        <StatusChip tone="amber">{text.chip}</StatusChip>
        <Title order={2} className={classes.title ?? ''}>
          {title}
        </Title>
      </header>
      <p>{text.text}</p>
      <div className={classes.buttons}>
        <Button size="xs" onClick={() => void sync.pauseUntil(null)}>
          {text.resume}
        </Button>
      </div>
    </article>
  );
}
