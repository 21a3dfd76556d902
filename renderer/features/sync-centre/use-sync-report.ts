import { useState } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useOutboxSummary, useTransfers } from '#renderer/data/review/use-review.ts';
import { syncNowText } from '#renderer/messages/sync-now.ts';
import { syncAndReport, type RunReport } from '#renderer/sync/run-report.ts';
import { useSync } from '#renderer/sync/sync-context.tsx';
import { useSyncStatus } from '#renderer/sync/sync-status.ts';
import { formatTime } from '#renderer/ui/format-when.ts';
import { reportInWords } from './report-words.ts';

/** "Sync now" with what it did: the sentence to show (undefined before the first time), whether it is at it, and the act. */
export function useSyncReport(): {
  readonly words: string | undefined;
  readonly isRunning: boolean;
  readonly run: () => void;
} {
  const sync = useSync();
  const office = useOffice();
  const outbox = useOutboxSummary();
  const { heldFiles } = useSyncStatus();
  const transfers = useTransfers() ?? [];
  const [isRunning, setRunning] = useState(false);
  const [report, setReport] = useState<RunReport & { readonly atMs: number }>();
  const run = async (): Promise<void> => {
    if (isRunning) return;
    setRunning(true);
    const told = await syncAndReport(sync);
    setReport({ ...told, atMs: office.nowMs() });
    setRunning(false);
  };
  const filesElsewhere = transfers.filter(({ direction }) => direction === 'down').length;
  const held = transfers.filter(({ direction, hash }) => direction === 'up' && heldFiles.has(hash)).length;
  const { changes = 0, files = 0, attention = 0 } = outbox ?? {};
  const words =
    report === undefined
      ? undefined
      : syncNowText.report.at(
          formatTime(report.atMs),
          reportInWords(report, { changes, files, filesElsewhere, attention, held }),
        );
  return { words, isRunning, run: () => void run() };
}
