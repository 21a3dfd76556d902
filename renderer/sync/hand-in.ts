import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import type { Office } from '#renderer/data/office.ts';
import { listPeerBatches } from '#renderer/data/replica/peer-ops.ts';
import { callDesktop } from '#renderer/platform/desktop.ts';

/** Codes by which the province says that a batch is not to be taken, now or ever; the batch's own PC will come itself. */
const notTaken: readonly ErrorCode[] = [
  'counter-gap',
  'counter-forked',
  'batch-damaged',
  'batch-foreign',
  'batch-of-revoked',
];

/** Why the rest did not go; `waitMs`: the pause a busy server asked for, milliseconds. */
type HandInFailure = { readonly code: ErrorCode; readonly waitMs?: number | undefined };

/**
 * Brings the province what colleagues' PCs have given and it lacks, before own changes that build on it. What it refuses is not brought again until the
 * program starts anew: on a thin line nothing goes twice in vain.
 */
export class HandIn {
  readonly #refused = new Set<string>();

  /** Batches go in the order of their PCs and counters. An error is one of the line; then the rest goes another time. */
  async run(office: Office, desktop: DesktopBridge): Promise<Result<null, HandInFailure>> {
    for (const { dev, n, signed } of await listPeerBatches(office.db)) {
      const name = `${String(dev)}/${String(n)}/${String(signed.length)}`;
      if (this.#refused.has(name)) continue;
      const reply = await callDesktop(desktop, 'carried:hand-in', { signed });
      if (reply.ok) continue;
      const { code, waitMs } = reply.error;
      if (!notTaken.includes(code)) return err({ code, waitMs });
      this.#refused.add(name);
    }
    return ok(null);
  }
}
