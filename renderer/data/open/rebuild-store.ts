import type { BackupSource } from '../office-ports.ts';
import type { Office } from '../office.ts';
import { importRows } from '../backup/import-rows.ts';
import { recoverFromJournal } from '../write/recover-from-journal.ts';
import { noteRebuilt } from './open-store.ts';
import type { TellProgress } from './opening-progress.ts';

/**
 * Fills a lost store with what this PC has: a backup where there is one, then the journal. What others wrote comes from the province afterwards.
 * Broken off, it begins again at the next start; nothing is doubled. False when the journal cannot be read.
 */
export async function rebuildStore(
  office: Office,
  backup: BackupSource | undefined,
  tell: TellProgress,
): Promise<boolean> {
  if (backup !== undefined) await importRows(office, backup, tell);
  const isLevel = await recoverFromJournal(office, tell);
  if (isLevel) await noteRebuilt(office.db);
  return isLevel;
}
