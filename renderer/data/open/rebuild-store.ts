import type { BackupSource } from '../office-ports.ts';
import type { Office } from '../office.ts';
import { importRows } from '../backup/import-rows.ts';
import { recoverFromJournal } from '../write/recover-from-journal.ts';
import { noteRebuilt } from './open-store.ts';
import { moveCopy } from '../replica/move-copy.ts';
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
  const { db, clock, ports } = office;
  const imported = backup === undefined ? undefined : await importRows(office, backup, tell);
  // A backup may be of before the commune was merged into another one.
  await moveCopy(db, office.device.moves ?? []);
  // The whole journal is laid over it: what of it the backup holds already is recognised.
  if (!(await recoverFromJournal(office, tell))) return false;
  if (imported?.ok === true) clock.advance(imported.value);
  const facts = await ports.journal.facts();
  if (facts.ok) clock.advance({ h: 0, n: facts.value.acked, localN: 0 });
  await db.localMeta.put({ key: 'clock', value: clock.state });
  await noteRebuilt(db);
  return true;
}
