import type { ErrorCode } from '#shared/base/errors.ts';
import type { Moved } from '#renderer/data/replica/contact-log.ts';
import type { SyncEngine } from './sync-engine.ts';

/** Files may take hours on a thin line: after so long a person is told how far it has come. */
const REPORT_AFTER_MS = 20_000;

/** What "sync now" did: what came and went; `failure`: why it ended early; `isGoingOn`: files are still on their way. */
export type RunReport = Moved & { readonly failure: ErrorCode | null; readonly isGoingOn: boolean };

/** Syncs at once, ending a pause, and tells what that did: when all is done, or how far it has come after a while. */
export async function syncAndReport(sync: SyncEngine, reportAfterMs: number = REPORT_AFTER_MS): Promise<RunReport> {
  const before = sync.status.getState().moved;
  await sync.pauseUntil(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), reportAfterMs);
  });
  const result = await Promise.race([sync.runOnce(), patience]);
  clearTimeout(timer);
  const after = sync.status.getState().moved;
  return {
    opsSent: after.opsSent - before.opsSent,
    rowsReceived: after.rowsReceived - before.rowsReceived,
    filesSent: after.filesSent - before.filesSent,
    filesReceived: after.filesReceived - before.filesReceived,
    failure: result?.ok === false ? result.error.code : null,
    isGoingOn: result === undefined,
  };
}
