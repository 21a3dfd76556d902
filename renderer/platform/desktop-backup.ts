import {
  findSoundBackup,
  isUsableBackup,
  type AdoptedPc,
  type BackupEntry,
  type BackupState,
  type RestoreCandidate,
} from '#shared/contract/backup.ts';
import type { IpcReply } from '#shared/contract/desktop-bridge.ts';
import { callDesktop, getDesktop } from './desktop.ts';

export { findSoundBackup, isUsableBackup, type AdoptedPc, type BackupEntry, type BackupState, type RestoreCandidate };

const watchers = new Set<() => void>();

/** Calls back when this page has changed how backups stand; the returned function ends it. */
export function watchBackups(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Tells that backups stand differently now. */
export function tellBackupsChanged(): void {
  for (const watcher of watchers) watcher();
}

/** How this PC's backups stand. */
export function readBackupState(): Promise<IpcReply<'backup:state'>> {
  return callDesktop(getDesktop(), 'backup:state', undefined);
}

/** Asks the person for the folder or stick backups go to. */
export function chooseBackupFolder(): Promise<IpcReply<'backup:choose-folder'>> {
  return callDesktop(getDesktop(), 'backup:choose-folder', undefined).finally(tellBackupsChanged);
}

/** Opens a backup (the newest for null) and counts what is in it. */
export function rehearseBackup(id: string | null): Promise<IpcReply<'backup:rehearse'>> {
  return callDesktop(getDesktop(), 'backup:rehearse', { id }).finally(tellBackupsChanged);
}

/** What can be restored: from the usual place, or from one the person is asked for. */
export function listRestorable(ask: boolean): Promise<IpcReply<'backup:list-restorable'>> {
  return callDesktop(getDesktop(), 'backup:list-restorable', { ask });
}

/** Brings back keys, identity, journal and files of another PC; opens with a person's passphrase, or with the printed code and a new passphrase. */
export function adoptBackup(
  id: string,
  way: { readonly personId: string; readonly passphrase: string; readonly code: string | null },
): Promise<IpcReply<'backup:adopt'>> {
  return callDesktop(getDesktop(), 'backup:adopt', { id, ...way });
}
