import { err, ok } from '#shared/base/result.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { RestoreCandidate } from '#shared/contract/backup.ts';
import type { BackupSource } from '#renderer/data/office-ports.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';

/** A backup's rows: of the named one, or of the newest this PC made itself; undefined when there is none that can be read. */
export async function readBackup(
  desktop: DesktopBridge,
  dev: number,
  wanted: string | undefined,
): Promise<BackupSource | undefined> {
  const listed = await callDesktop(desktop, 'backup:list-restorable', { ask: false });
  const candidates = listed.ok ? listed.value : [];
  const chosen =
    wanted === undefined
      ? newest(candidates.filter((each) => each.standing === 'own' && each.dev === dev))
      : candidates.find(({ id }) => id === wanted);
  if (chosen === undefined) return wanted === undefined ? undefined : source(desktop, wanted, {});
  return source(desktop, chosen.id, chosen.counts);
}

function newest(candidates: readonly RestoreCandidate[]): RestoreCandidate | undefined {
  return candidates.toSorted((a, b) => b.at - a.at)[0];
}

function source(desktop: DesktopBridge, id: string, counts: BackupSource['counts']): BackupSource {
  return {
    counts,
    read: async (from) => {
      const reply = await callDesktop(desktop, 'backup:read', { id, from });
      return reply.ok ? ok(reply.value) : err({ code: reply.error.code });
    },
  };
}
