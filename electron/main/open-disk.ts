import type { AppInfo, IpcEvent, IpcEventPayload } from '#shared/contract/ipc.ts';
import type { ProfileFolder } from './profile-folder.ts';
import type { AuditNote } from './services/audit/audit-log.ts';
import { createDiskGuard, diskLimits, type DiskGuard } from './services/disk/disk-guard.ts';
import { createSetAside } from './services/disk/set-aside.ts';
import { openJournal, type Journal } from './services/journal/journal.ts';
import type { KeySource } from './services/keys/key-source.ts';
import type { FailureLog } from './services/log/failure-log.ts';
import { openVault, type Vault } from './services/vault/vault.ts';

/** Sends an event to the page, if there is one. */
export type SendEvent = <E extends IpcEvent>(name: E, payload: IpcEventPayload<E>) => void;

/** What lies on the disk and needs keys. */
export type Disk = { readonly guard: DiskGuard; readonly journal: Journal; readonly vault: Vault };

/** What it is opened with. `device`: this PC's present number, 0 before enrolment. `now`: corrected milliseconds. */
export type DiskParts = {
  readonly profile: ProfileFolder;
  readonly info: AppInfo;
  readonly keys: KeySource;
  readonly device: () => number;
  readonly now: () => number;
  readonly log: FailureLog;
  readonly send: SendEvent;
  /** Notes in the log of use what happened to the disk and what lies on it. */
  readonly note: (note: AuditNote) => void;
};

const DAY = 86_400_000;
const LOOK_AFTER_MS = 60_000;

/** Opens journal and vault, begins to watch the disk, and does in the background what the vault needs after an opening. */
export async function openDisk({ profile, info, keys, device, now, log, send, note }: DiskParts): Promise<Disk> {
  const guard = createDiskGuard({
    folder: profile.root,
    ballastPath: profile.ballast,
    limits: diskLimits(process.env, info.openToTests),
    tell: ({ level, freeBytes }) => {
      send('disk:level', { level, freeBytes });
      if (level === 'read-only') note({ kind: 'disk-read-only', detail: String(Math.floor(freeBytes / 1_000_000)) });
    },
  });
  const setAside = createSetAside(profile.setAside);
  const [journal, vault] = await Promise.all([
    openJournal({
      folder: profile.journal,
      legacyFile: profile.legacyJournal,
      setAside,
      keys,
      device,
      now,
      disk: guard.gate,
    }),
    openVault({
      folder: profile.vault,
      setAside,
      keys,
      disk: guard.gate,
      now,
      report: (cause) => {
        log.note('vault', cause);
      },
      onChecked: ({ files, missing, changed }) => {
        note({ kind: 'vault-checked', detail: [files, missing.length, changed.length].join(' ') });
      },
    }),
  ]);
  const { damagedBytes, setAside: count } = journal.facts();
  if (damagedBytes + count > 0) note({ kind: 'journal-damaged', detail: `${String(damagedBytes)} ${String(count)}` });
  guard.start();
  tendVault(vault, keys, now, log);
  return { guard, journal, vault };
}

/** Once a run, after the first opening: files of the first build are enciphered. Once a day: all are looked over. */
function tendVault(vault: Vault, keys: KeySource, now: () => number, log: FailureLog): void {
  let isBroughtOver = false;
  let working: Promise<void> | undefined;
  async function tend(): Promise<void> {
    if (keys.current('vault') === undefined) return;
    if (!isBroughtOver) isBroughtOver = (await vault.reencipher()).ok;
    const { checkedAt } = vault.report();
    if (checkedAt === null || Math.abs(now() - checkedAt) > DAY) vault.check(null);
  }
  const tendSoon = (): void => {
    working ??= tend()
      .catch((cause: unknown) => {
        log.note('vault', cause);
      })
      .finally(() => (working = undefined));
  };
  keys.onChange(() => setTimeout(tendSoon, LOOK_AFTER_MS).unref());
  setInterval(tendSoon, 60 * LOOK_AFTER_MS).unref();
}
