import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import { listKnownFiles } from '#renderer/data/files/list-known-files.ts';
import { followDueEvents } from '#renderer/data/members/follow-events.ts';
import type { Office } from '#renderer/data/office.ts';
import { followUnitsDaily } from '#renderer/data/organisation/follow-units.ts';
import { takeUpNewParts } from '#renderer/data/replica/take-up-new-parts.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';
import { makeBackup } from './backup/make-backup.ts';
import { resumeRotation } from './rotate-keys.ts';

const FIRST_LOOK_MS = 30_000;
const LOOK_AGAIN_MS = 60_000;
/** After a failure the stick is not tried every minute. */
const REST_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** Does what is due while nobody waits for it: what an update of the program has made readable, records whose events and organisations whose changes have come into effect, the daily backup, its rehearsal, rows under an old key. The returned function ends it. */
export function startHousekeeping(office: Office, desktop: DesktopBridge): () => void {
  let restUntil = 0;
  let timer: ReturnType<typeof setTimeout>;
  const look = async (): Promise<void> => {
    await followDueEvents(office).catch(() => undefined);
    await followUnitsDaily(office).catch(() => undefined);
    await resumeRotation(office, desktop).catch(() => undefined);
    await checkVault(office, desktop).catch(() => undefined);
    if (office.nowMs() >= restUntil && !(await doBackupWork(office, desktop).catch(() => false)))
      restUntil = office.nowMs() + REST_MS;
  };
  const wait = (ms: number): void => {
    timer = setTimeout(() => {
      void look().finally(() => {
        wait(LOOK_AGAIN_MS);
      });
    }, ms);
  };
  // What is in effect from today on is on the screen from the start.
  void takeUpNewParts(office)
    .catch(() => undefined) // at the next start again
    .then(() => followDueEvents(office))
    .then(() => followUnitsDaily(office))
    .catch(() => undefined);
  wait(FIRST_LOOK_MS);
  return () => {
    clearTimeout(timer);
  };
}

/** Once a day the files are looked over against what the records name. */
async function checkVault(office: Office, desktop: DesktopBridge): Promise<void> {
  const report = await callDesktop(desktop, 'vault:report', undefined);
  if (!report.ok || report.value.running !== null || office.nowMs() - (report.value.checkedAt ?? 0) < DAY_MS) return;
  await callDesktop(desktop, 'vault:check', { known: [...(await listKnownFiles(office.db))] });
}

/** Makes or rehearses a backup when it is due. False when that failed. */
export async function doBackupWork(office: Office, desktop: DesktopBridge): Promise<boolean> {
  const state = await callDesktop(desktop, 'backup:state', undefined);
  if (!state.ok) return false;
  const { folder, isFolderThere, running, nextDueAt, nextRehearsalAt, entries } = state.value;
  if (folder === null || !isFolderThere || running !== null) return true;
  if (nextDueAt <= office.nowMs()) return (await makeBackup(office, desktop)).ok;
  if (entries.length === 0 || nextRehearsalAt > office.nowMs()) return true;
  return (await callDesktop(desktop, 'backup:rehearse', { id: null })).ok;
}
