import { Button } from '@mantine/core';
import { IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useAttention, useConflicts, useOutboxSummary } from '#renderer/data/review/use-review.ts';
import { syncText } from '#renderer/messages/sync.ts';
import { useSync } from '#renderer/sync/sync-context.tsx';
import { useSyncStatus } from '#renderer/sync/sync-status.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { useCommand } from '#renderer/ui/shortcuts.ts';
import { AttentionCards } from './attention-cards.tsx';
import { ConflictCards } from './conflict-cards.tsx';
import { RegisterCard } from './register-card.tsx';
import { StateCard } from './state-card.tsx';
import classes from './sync-screen.module.css';
import { WaitingCard } from './waiting-card.tsx';
import { WeekCard } from './week-card.tsx';

/** Đồng bộ: what waits for a choice, what the province refused, what waits to be sent, and how the line stands. */
export function SyncScreen(): ReactNode {
  const sync = useSync();
  const { phase } = useSyncStatus();
  const conflicts = useConflicts();
  const attention = useAttention();
  const outbox = useOutboxSummary();
  const [postponed, setPostponed] = useState<readonly string[]>([]);
  useHelp(syncText.help);
  useCommand('sync-now', () => sync.syncNow());
  const running = phase === 'exchanging';
  const calm = conflicts?.length === 0 && attention?.length === 0;
  return (
    <div className={classes.root}>
      <ScreenActions>
        <Button
          leftSection={<IconRefresh size="1rem" aria-hidden />}
          onClick={() => sync.syncNow()}
          aria-disabled={running}
          aria-live="polite"
        >
          {running ? syncText.running : syncText.now}
        </Button>
      </ScreenActions>
      <section className={classes.main}>
        <PageHeader title={syncText.title} subtitle={syncText.subtitle} />
        <ConflictCards
          conflicts={conflicts ?? []}
          postponed={postponed}
          onPostpone={(key) => setPostponed((known) => [...known.filter((other) => other !== key), key])}
        />
        <AttentionCards items={attention ?? []} />
        {calm && (
          <div className={classes.card}>
            <EmptyState icon={IconCircleCheck} title={syncText.allWell.title}>
              {(outbox?.changes ?? 0) > 0 ? syncText.allWell.waiting : syncText.allWell.text}
            </EmptyState>
          </div>
        )}
        <WaitingCard />
      </section>
      <aside className={classes.side} aria-label={syncText.state.label}>
        <StateCard />
        <RegisterCard />
        <WeekCard />
      </aside>
    </div>
  );
}
