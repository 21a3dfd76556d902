import { formatCount } from '#renderer/messages/format-count.ts';
import { Progress, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useOutboxSummary, useTransfers } from '#renderer/data/review/use-review.ts';
import { useSetting } from '#renderer/data/settings/use-setting.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { syncNowText } from '#renderer/messages/sync-now.ts';
import { syncText } from '#renderer/messages/sync.ts';
import { useSyncStatus, type SyncStatus } from '#renderer/sync/sync-status.ts';
import { durationInWords } from '#renderer/ui/duration-words.ts';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import classes from './waiting-card.module.css';
import { timeLeftMs, toWaitingLines } from './waiting-lines.ts';

const whyText = syncNowText.waiting;

/** Why what waits has not gone yet. */
function whyOf({ pausedUntilMs, reachable, failure }: SyncStatus, isOnlyHeld: boolean): string {
  if (pausedUntilMs !== null) return whyText.paused;
  if (reachable === false) return whyText.offline;
  if (failure !== null) return whyText.refused;
  return isOnlyHeld ? whyText.held : whyText.sending;
}

/** What waits to be sent: records by kind, files with their size and how far each has come. */
export function WaitingCard(): ReactNode {
  const outbox = useOutboxSummary();
  const transfers = useTransfers();
  const status = useSyncStatus();
  const office = useOffice();
  const { bytesPerSecond, heldFiles } = status;
  const rules = useSetting('line-rules');
  const text = syncText.waiting;
  const lines = toWaitingLines(outbox?.byType ?? {}, transfers ?? [], {
    reasons: heldFiles,
    nightFrom: rules?.night?.from ?? 0,
  });
  const open = (transfers ?? []).filter(({ state }) => state !== 'done');
  const isOnlyHeld = outbox?.changes === 0 && open.length > 0 && open.every(({ hash }) => heldFiles.has(hash));
  const items = (outbox?.records ?? 0) + (outbox?.files ?? 0);
  const fileBytes = outbox?.fileBytes ?? 0;
  const left = timeLeftMs(fileBytes, bytesPerSecond);
  const amount =
    fileBytes > 0
      ? text.summary(formatCount(items), sharedText.bytes(fileBytes))
      : text.summaryRecords(formatCount(items));
  const summary = left === undefined || fileBytes === 0 ? amount : `${amount} · ${text.minutes(durationInWords(left))}`;
  return (
    <SectionCard title={text.section} side={items > 0 && <span className={classes.summary}>{summary}</span>}>
      {items > 0 && (
        <p className={classes.summary}>
          {[
            whyOf(status, isOnlyHeld),
            outbox?.oldestAtMs == null ? '' : whyText.oldest(durationInWords(office.nowMs() - outbox.oldestAtMs)),
          ]
            .filter((part) => part !== '')
            .join(' ')}
        </p>
      )}
      {lines.length === 0 ? (
        <p className={classes.summary}>{text.none}</p>
      ) : (
        <Table
          aria-label={text.table}
          verticalSpacing="0.375rem"
          horizontalSpacing="0.625rem"
          className={classes.table ?? ''}
        >
          <Table.Thead className={classes.head ?? ''}>
            <Table.Tr>
              <Table.Th>{text.what}</Table.Th>
              <Table.Th>{text.size}</Table.Th>
              <Table.Th>{text.state}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.key}>
                <Table.Td className={classes.what ?? ''}>{line.what}</Table.Td>
                <Table.Td className={classes.grey ?? ''}>{line.size}</Table.Td>
                <Table.Td className={classes.grey ?? ''}>
                  {line.when}
                  {line.share !== undefined && line.share > 0 && (
                    <Progress
                      value={line.share * 100}
                      size="xs"
                      mt="0.25rem"
                      aria-label={`${line.what}: ${line.when}`}
                    />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </SectionCard>
  );
}
