import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import { importRows } from '#renderer/data/backup/import-rows.ts';
import type { Office } from '#renderer/data/office.ts';
import type { TellProgress } from '#renderer/data/open/opening-progress.ts';
import { recoverFromJournal } from '#renderer/data/write/recover-from-journal.ts';
import { callDesktop, getDesktop } from '#renderer/platform/desktop.ts';
import { readBackup } from './read-backup.ts';

/**
 * Merges a backup of this PC into its open store as the older copy: what is newer here stays, what is missing comes back. The journal's ops
 * are laid over it, and the next sync brings what the province has beyond.
 */
export async function restoreBackup(
  office: Office,
  backupId: string,
  tell: TellProgress,
  desktop: DesktopBridge = getDesktop(),
): Promise<Result<null, { readonly code: ErrorCode }>> {
  const source = await readBackup(desktop, office.device.dev, backupId);
  if (source === undefined) return err({ code: 'backup-missing' });
  const imported = await office.queue.run(() => importRows(office, source, tell));
  if (!imported.ok) return imported;
  const isLevel = await office.queue.run(() => recoverFromJournal(office, tell));
  if (!isLevel) return err({ code: 'journal-failed' });
  await callDesktop(desktop, 'audit:note', { kind: 'backup-restored', type: '', id: '', detail: '' });
  return ok(null);
}
