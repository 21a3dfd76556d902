import { formatCount } from '#renderer/messages/format-count.ts';
import { Progress, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDevices } from '#renderer/data/organisation/use-organisation.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import { useProvinceHolds, type ProvinceHolds } from '#renderer/data/review/use-province-holds.ts';
import { useOutboxSummary } from '#renderer/data/review/use-review.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { describeError } from '#renderer/messages/errors.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { syncNowText } from '#renderer/messages/sync-now.ts';
import { syncText } from '#renderer/messages/sync.ts';
import { useSyncStatus, type SyncStatus } from '#renderer/sync/sync-status.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { clockInWords, durationInWords } from '#renderer/ui/duration-words.ts';
import { loadingInWords } from '#renderer/ui/loading-words.ts';
import { EnrolAgainForm } from './enrol-again-form.tsx';
import classes from './state-card.module.css';
import { useFreeBytes } from './use-free-bytes.ts';
import { useNowMs } from './use-now-ms.ts';

const lowDiskBytes = 2 * 1024 * 1024 * 1024;

/** How the line to the province stands, and what is where: at the province, only here, on which PCs. */
export function StateCard(): ReactNode {
  const status = useSyncStatus();
  const outbox = useOutboxSummary();
  const devices = useDevices() ?? [];
  const held = useProvinceHolds();
  const office = useOffice();
  const today = useToday();
  const nowMs = useNowMs();
  const freeBytes = useFreeBytes();
  const text = syncText.state;
  const own = devices.find(({ number }) => number === office.device.dev)?.name ?? office.device.name;
  const others = devices.filter(({ number }) => number !== office.device.dev).map(({ name }) => name);
  const here = (outbox?.records ?? 0) + (outbox?.files ?? 0);
  const since = outbox?.oldestAtMs ?? null;
  const clock = clockInWords(status.clockOffsetMs);
  const disk =
    freeBytes === undefined
      ? sharedText.loading
      : (freeBytes < lowDiskBytes ? text.diskLow : text.diskFree)(sharedText.bytes(freeBytes));
  const contact = status.lastContactAtMs === null ? text.notYet : formatWhen(status.lastContactAtMs, today);
  return (
    <section className={classes.card} aria-labelledby="state-title">
      <header className={classes.header}>
        <span
          className={classes.dot}
          data-state={
            isRefused(status) || isBusy(status.failure)
              ? 'offline'
              : status.reachable === true
                ? 'online'
                : status.reachable === false
                  ? 'offline'
                  : 'unknown'
          }
          aria-hidden
        />
        <Title order={2} id="state-title" className={classes.title ?? ''}>
          {titleOf(status)}
        </Title>
      </header>
      <p className={classes.text}>{sentenceOf(status, nowMs, (ms) => formatWhen(ms, today))}</p>
      {status.loading !== null && (
        <Progress
          className={classes.loading ?? ''}
          value={(100 * status.loading.papers) / Math.max(1, status.loading.papersInAll)}
          aria-label={text.loadingBar}
        />
      )}
      {status.failure !== null && isRefused(status) && (
        <p className={classes.failure}>
          {describeError(status.failure).happened}. {describeError(status.failure).todo}
        </p>
      )}
      {status.failure === 'not-enrolled' && <EnrolAgainForm />}
      <FactList
        facts={[
          { label: text.lastContact, value: contact },
          ...(held === undefined ? [] : [{ label: text.province, value: heldInWords(held) }]),
          {
            label: text.onlyHere,
            value:
              here === 0
                ? text.nothingOnlyHere
                : since === null
                  ? text.provinceCount(formatCount(here))
                  : text.onlyHereCount(formatCount(here), formatWhen(since, today)),
          },
          { label: text.devices, value: text.deviceList(formatCount(Math.max(1, devices.length)), own, others) },
          { label: text.clock, value: clock.text },
          { label: text.disk, value: disk },
          ...(status.bytesPerSecond === null
            ? []
            : [{ label: text.line, value: text.lineSpeed(sharedText.bytes(status.bytesPerSecond)) }]),
        ]}
      />
    </section>
  );
}

function heldInWords({ confirmed, taken }: ProvinceHolds): string {
  const text = syncText.state;
  const shown = text.confirmedCount(formatCount(confirmed));
  return taken === 0 ? shown : `${shown}; ${text.takenCount(formatCount(taken))}`;
}

/** The province answers but does not take what this PC sends. One that is only busy has refused nothing. */
function isRefused({ failure }: SyncStatus): boolean {
  return failure !== null && failure !== 'offline' && !isBusy(failure);
}

function isBusy(failure: SyncStatus['failure']): boolean {
  return failure === 'too-many-requests';
}

function titleOf(status: SyncStatus): string {
  const text = syncText.state;
  if (isRefused(status)) return text.refused;
  if (isBusy(status.failure)) return text.busy;
  if (status.phase === 'exchanging' && status.reachable === true) return text.exchanging;
  if (status.reachable === true) return text.online;
  return status.reachable === false ? text.offline : text.unknown;
}

function sentenceOf(status: SyncStatus, nowMs: number, when: (ms: number) => string): string {
  const text = syncText.state;
  if (status.pausedUntilMs !== null) return syncNowText.pause.title(when(status.pausedUntilMs));
  if (status.reachable === true) {
    if (isRefused(status)) return text.refusedText;
    if (isBusy(status.failure)) return text.busyText;
    if (status.loading !== null) return `${loadingInWords(status.loading, true)} ${text.loadingWork}`;
    if (!status.firstSyncDone) return text.firstSync(formatCount(status.rowsReceived));
    return text.onlineText;
  }
  const since = status.unreachableSinceMs === null ? text.never : text.offlineSince(when(status.unreachableSinceMs));
  if (status.loading !== null) return `${since} ${loadingInWords(status.loading, false)}`;
  if (status.phase === 'exchanging') return `${since} ${text.nextTrySoon}`;
  if (status.nextTryAtMs === null) return since;
  const wait = status.nextTryAtMs - nowMs;
  return `${since} ${wait <= 1000 ? text.nextTrySoon : text.nextTry(durationInWords(Math.ceil(wait / 1000) * 1000))}`;
}
