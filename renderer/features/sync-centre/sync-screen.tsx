import { IconCircleCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useAttention, useConflicts, useOutboxSummary } from '#renderer/data/review/use-review.ts';
import { syncNowText } from '#renderer/messages/sync-now.ts';
import { syncText } from '#renderer/messages/sync.ts';
import { useSyncStatus } from '#renderer/sync/sync-status.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useHelp } from '#renderer/ui/help-topic.ts';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { ScreenActions } from '#renderer/ui/screen-actions.tsx';
import { AttentionCards } from './attention-cards.tsx';
import { ConflictCards } from './conflict-cards.tsx';
import { ContactList } from './contact-list.tsx';
import { MergerNotes } from './merger-notes.tsx';
import { PauseCard } from './pause-card.tsx';
import { PauseMenu } from './pause-menu.tsx';
import { RegisterCard } from './register-card.tsx';
import { StateCard } from './state-card.tsx';
import { SyncNowButton } from './sync-now-button.tsx';
import classes from './sync-screen.module.css';
import { useSyncReport } from './use-sync-report.ts';
import { StickCard } from './stick-card.tsx';
import { WaitingCard } from './waiting-card.tsx';
import { WeekCard } from './week-card.tsx';

/** Đồng bộ: what waits for a choice, what the province refused, what waits to be sent, and how the line stands. */
export function SyncScreen(): ReactNode {
  const { phase, pausedUntilMs, loading } = useSyncStatus();
  const { words, isRunning, run } = useSyncReport();
  const conflicts = useConflicts();
  const attention = useAttention();
  const outbox = useOutboxSummary();
  const [postponed, setPostponed] = useState<readonly string[]>([]);
  useHelp(syncText.help);
  const calm = conflicts?.length === 0 && attention?.length === 0;
  return (
    <div className={classes.root}>
      <ScreenActions>
        {pausedUntilMs === null && <PauseMenu />}
        <SyncNowButton isRunning={isRunning || phase === 'exchanging'} onSync={run} />
      </ScreenActions>
      <section className={classes.main}>
        <PageHeader title={syncText.title} subtitle={syncText.subtitle} />
        <div role="status" aria-label={syncNowText.report.label} className={classes.report}>
          {words}
        </div>
        <MergerNotes />
        <PauseCard />
        <ConflictCards
          conflicts={conflicts ?? []}
          postponed={postponed}
          onPostpone={(key) => setPostponed((known) => [...known.filter((other) => other !== key), key])}
        />
        <AttentionCards items={attention ?? []} />
        {calm && (
          <div className={classes.card}>
            <EmptyState icon={IconCircleCheck} title={syncText.allWell.title}>
              {loading !== null
                ? syncText.allWell.loading
                : (outbox?.changes ?? 0) + (outbox?.files ?? 0) > 0
                  ? syncText.allWell.waiting
                  : syncText.allWell.text}
            </EmptyState>
          </div>
        )}
        <WaitingCard />
      </section>
      <aside className={classes.side} aria-label={syncText.state.label}>
        <StateCard />
        <RegisterCard />
        <WeekCard />
        <ContactList />
        <StickCard />
      </aside>
    </div>
  );
}
