import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { BackupState } from '#shared/contract/backup.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import { exportRows } from '#renderer/data/backup/export-rows.ts';
import type { Office } from '#renderer/data/office.ts';
import { countOutbox } from '#renderer/data/replica/outbox.ts';
import { tellBackupsChanged } from '#renderer/platform/desktop-backup.ts';
import { callDesktop, getDesktop } from '#renderer/platform/desktop.ts';

/** Hands the whole store over for a backup, slice by slice; the desktop enciphers, adds journal, keys and files, and reads everything back. */
export async function makeBackup(
  office: Office,
  desktop: DesktopBridge = getDesktop(),
): Promise<Result<BackupState, { readonly code: ErrorCode }>> {
  const begun = await callDesktop(desktop, 'backup:begin', undefined);
  if (!begun.ok) return err({ code: begun.error.code });
  const { handle } = begun.value;
  const counts: Record<string, number> = {};
  try {
    for await (const { table, count, bytes } of exportRows(office)) {
      const taken = await callDesktop(desktop, 'backup:append', { handle, table, count, bytes });
      if (!taken.ok) return err({ code: taken.error.code });
      counts[table] = (counts[table] ?? 0) + count;
    }
    const unsent = await countOutbox(office.db, 'waiting');
    const ended = await callDesktop(desktop, 'backup:finish', {
      handle,
      facts: { at: office.nowMs(), counts, unsent },
    });
    return ended.ok ? ok(ended.value) : err({ code: ended.error.code });
  } finally {
    await callDesktop(desktop, 'backup:abort', { handle });
    tellBackupsChanged();
  }
}
