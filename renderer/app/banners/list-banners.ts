import type { ErrorCode } from '#shared/base/errors.ts';
import type { DiskStanding } from '#renderer/data/disk-level.ts';
import type { StoreHealth } from '#renderer/data/store-health.ts';
import { bannersText as text } from '#renderer/messages/banners.ts';
import { describeError } from '#renderer/messages/errors.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import type { BackupEntry } from '#renderer/platform/desktop-backup.ts';
import { durationInWords } from '#renderer/ui/duration-words.ts';
import { loadingInWords } from '#renderer/ui/loading-words.ts';
import type { SyncStatus } from '#renderer/sync/sync-status.ts';
import type { Banner } from './banner.ts';
import type { PcFacts } from './use-pc-facts.ts';

/** From here on a clock is said to be wrong. */
export const CLOCK_WRONG_MS = 2 * 60_000;
const DAY_MS = 24 * 3_600_000;
const BACKUP_OVERDUE_DAYS = 3;

/** All that a banner may be about. `nowMs`: corrected time. */
export type BannerCauses = {
  readonly health: StoreHealth;
  readonly disk: DiskStanding;
  readonly facts: PcFacts;
  readonly sync: {
    readonly failure: ErrorCode | null;
    readonly firstSyncDone: boolean;
    readonly rowsReceived: number;
    readonly loading: SyncStatus['loading'];
    readonly reachable: boolean | null;
    readonly clockOffsetMs: number | null;
  };
  /** Number of this PC, and the one it had when last seen here. */
  readonly dev: number;
  readonly devBefore: number;
  readonly mayManage: boolean;
  /** Members and pieces of work this PC carried on because they had been written into an organisation that had ended. */
  readonly lateWork: number;
  readonly nowMs: number;
  readonly when: (ms: number) => string;
  readonly run: {
    readonly reopen: () => void;
    readonly rebuild: () => void;
    readonly thisPc: (part: 'backups' | 'health') => void;
    readonly units: () => void;
  };
};

/** What is to be said, the heaviest first. */
export function listBanners(causes: BannerCauses): readonly Banner[] {
  return [
    ...ofStore(causes),
    ...ofDisk(causes),
    ...ofDamage(causes),
    ...ofRebuild(causes),
    ...ofDevice(causes),
    ...ofLateWork(causes),
    ...ofBackup(causes),
  ];
}

function ofStore({ health, sync, run }: BannerCauses): Banner[] {
  const banners: Banner[] = [];
  if (health.kind === 'closed')
    banners.push({
      key: 'store-closed',
      tone: 'red',
      title: text.closedTitle,
      text: text.closedText,
      action: { label: text.reopen, run: run.reopen },
    });
  if (sync.failure === 'device-revoked')
    banners.push({ key: 'revoked', tone: 'red', title: text.revokedTitle, text: text.revokedText });
  return banners;
}

function ofDisk({ disk }: BannerCauses): Banner[] {
  if (disk.level === 'ample') return [];
  const free = disk.freeBytes === null ? undefined : sharedText.bytes(disk.freeBytes);
  if (disk.level === 'read-only')
    return [
      {
        key: 'disk-read-only',
        tone: 'amber',
        title: free === undefined ? text.readOnlyTitleUnknown : text.readOnlyTitle(free),
        text: text.readOnlyText,
      },
    ];
  return [{ key: 'disk-low', tone: 'amber', title: text.lowTitle(free ?? ''), text: text.lowText, mayDismiss: true }];
}

function ofDamage({ health, facts, sync, run }: BannerCauses): Banner[] {
  const banners: Banner[] = [];
  const open = { label: text.openThisPc, run: () => run.thisPc('health') };
  if (health.kind === 'damaged')
    banners.push({
      key: 'store-damaged',
      tone: 'red',
      title: text.damagedTitle(formatCount(health.rows)),
      text: text.damagedText,
      action: { label: text.rebuild, run: run.rebuild },
    });
  const { journal, vault } = facts;
  if (journal !== undefined && (journal.damagedBytes > 0 || journal.setAside > 0))
    banners.push({
      key: `journal-${String(journal.damagedBytes)}-${String(journal.setAside)}`,
      tone: 'red',
      title: text.journalTitle,
      text: text.journalText(sharedText.bytes(journal.damagedBytes), journal.setAside),
      action: open,
      mayDismiss: true,
    });
  if (sync.failure === 'audit-broken')
    banners.push({
      key: 'audit-broken',
      tone: 'red',
      title: text.auditTitle,
      text: describeError('audit-broken').todo,
    });
  if (vault !== undefined && vault.changed.length + vault.missing.length > 0)
    banners.push({
      key: `vault-${String(vault.changed.length)}-${String(vault.missing.length)}`,
      tone: 'amber',
      title: text.vaultTitle(vault.changed.length, vault.missing.length),
      text: text.vaultText,
      action: open,
      mayDismiss: true,
    });
  return banners;
}

function ofRebuild({ health, sync }: BannerCauses): Banner[] {
  if (health.kind !== 'rebuilt') return [];
  if (!sync.firstSyncDone)
    return [
      {
        key: 'rebuilding',
        tone: 'blue',
        title: text.rebuildingTitle,
        text: rebuildingText(sync),
      },
    ];
  return [{ key: 'rebuilt', tone: 'blue', title: text.rebuiltTitle, text: text.rebuiltText, mayDismiss: true }];
}

function rebuildingText({ reachable, loading, rowsReceived }: BannerCauses['sync']): string {
  if (reachable !== true) return text.rebuildingOffline;
  return loading === null
    ? text.rebuildingText(formatCount(rowsReceived))
    : `${loadingInWords(loading, true)} ${text.rebuildingWork}`;
}

function ofDevice({ sync, dev, devBefore }: BannerCauses): Banner[] {
  const banners: Banner[] = [];
  if (devBefore !== 0 && devBefore !== dev)
    banners.push({
      key: `renumbered-${String(dev)}`,
      tone: 'amber',
      title: text.renumberedTitle(dev, devBefore),
      text: text.renumberedText,
      mayDismiss: true,
    });
  const offset = sync.clockOffsetMs;
  if (offset !== null && Math.abs(offset) > CLOCK_WRONG_MS) {
    const words = durationInWords(Math.abs(offset));
    banners.push({
      key: `clock-${words}`,
      tone: 'amber',
      title: offset < 0 ? text.clockAhead(words) : text.clockBehind(words),
      text: text.clockText,
      mayDismiss: true,
    });
  }
  return banners;
}

function ofLateWork({ lateWork, run }: BannerCauses): Banner[] {
  if (lateWork === 0) return [];
  return [
    {
      key: `late-work-${String(lateWork)}`,
      tone: 'blue',
      title: text.lateWorkTitle(formatCount(lateWork)),
      text: text.lateWorkText,
      action: { label: text.openUnits, run: run.units },
    },
  ];
}

function ofBackup({ facts: { backup }, mayManage, nowMs, when, run }: BannerCauses): Banner[] {
  if (backup === undefined || !mayManage) return [];
  const open = (label: string): NonNullable<Banner['action']> => ({ label, run: () => run.thisPc('backups') });
  const action = open(text.openBackups);
  if (backup.folder === null)
    return [
      {
        key: 'backup-none',
        tone: 'blue',
        title: text.backupNoneTitle,
        text: text.backupNoneText,
        action: open(text.chooseBackup),
        mayDismiss: true,
        restMs: 7 * DAY_MS,
      },
    ];
  const newest = backup.entries.reduce<BackupEntry | undefined>(
    (last, entry) => (last === undefined || entry.at > last.at ? entry : last),
    undefined,
  );
  const lastAt = newest?.at ?? 0;
  const days = Math.floor((nowMs - lastAt) / DAY_MS);
  if (newest !== undefined && newest.skipped > 0 && (backup.failure === null || backup.failure.at <= lastAt))
    return [
      {
        key: `backup-short-${String(lastAt)}`,
        tone: 'amber',
        title: text.backupShortTitle(when(lastAt), formatCount(newest.skipped)),
        text: saidOf('backup-no-room'),
        action,
        mayDismiss: true,
      },
    ];
  if (backup.failure !== null && backup.failure.at > lastAt) {
    return [
      {
        key: `backup-failed-${String(backup.failure.at)}`,
        tone: 'amber',
        title: text.backupFailedTitle(when(backup.failure.at)),
        text: `${describeError(backup.failure.code as ErrorCode).happened}. ${saidOf(backup.failure.code as ErrorCode)}`,
        action,
        mayDismiss: true,
      },
    ];
  }
  if (lastAt > 0 && days > BACKUP_OVERDUE_DAYS)
    return [
      {
        key: `backup-overdue-${String(days)}`,
        tone: 'amber',
        title: text.backupOverdueTitle(days),
        text: text.backupOverdueText,
        action,
        mayDismiss: true,
      },
    ];
  return [];
}

/** What is safe and what to do. */
function saidOf(code: ErrorCode): string {
  const { safe, todo } = describeError(code);
  return `${safe} ${todo}`;
}
