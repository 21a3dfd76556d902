import type { ErrorCode } from '#shared/base/errors.ts';
import type { AuditEntry, AuditHead } from '#shared/contract/audit.ts';
import type { Result } from '#shared/base/result.ts';
import type { AuditLog } from './audit-log.ts';

/** Why the province did not take lines. `expect`: the line it waits for; `head`: what it holds, signed. */
export type AuditRefusal = {
  readonly code: ErrorCode;
  readonly expect?: number | undefined;
  readonly head?: AuditHead | undefined;
};

/** What hands lines over. `push` signs the last line with the device key, so it needs an open PC. */
export type AuditSenderParts = {
  readonly audit: AuditLog;
  readonly push: (entries: readonly AuditEntry[]) => Promise<Result<AuditHead, AuditRefusal>>;
  readonly now: () => number;
  /** Told of a refusal that is more than a line that is down. */
  readonly report: (code: ErrorCode) => void;
};

/** Hands the log to the province, beside the sync. */
export type AuditSender = {
  /** After an exchange that worked: sends when there are many unsigned lines or old ones. Waits for nothing. */
  readonly afterExchange: () => void;
  /** Sends all there are, for at most so long: before a lock and before the program ends. */
  readonly sendNow: (limitMs: number) => Promise<void>;
};

const MANY_LINES = 50;
const OLD_MS = 10 * 60_000;

/** Makes the sender; one push runs at a time. */
export function createAuditSender({ audit, push, now, report }: AuditSenderParts): AuditSender {
  let running: Promise<void> | undefined;

  async function sendAll(): Promise<void> {
    for (let healed = false; ;) {
      const entries = await audit.unsent();
      if (entries.length === 0) return;
      const pushed = await push(entries);
      if (pushed.ok) {
        const taken = await audit.takeHead(pushed.value);
        if (taken.ok) continue;
        report(taken.error);
        return;
      }
      const { code, head, expect } = pushed.error;
      if (code !== 'audit-broken') return;
      if (head !== undefined && !healed && (await audit.takeHead(head)).ok) {
        healed = true;
        continue;
      }
      report(code);
      await audit.noteRefusal(expect ?? entries[0]?.n ?? 1);
      return;
    }
  }

  function send(): Promise<void> {
    running ??= sendAll().finally(() => (running = undefined));
    return running;
  }

  async function sendIfDue(): Promise<void> {
    const { count, oldestAt } = await audit.unsentFacts();
    if (count >= MANY_LINES || (count > 0 && now() - oldestAt > OLD_MS)) await send();
  }

  return {
    afterExchange() {
      sendIfDue().catch(() => {
        report('unexpected');
      });
    },
    async sendNow(limitMs) {
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<void>((done) => (timer = setTimeout(done, limitMs)));
      await Promise.race([send().catch(() => undefined), limit]);
      clearTimeout(timer);
    },
  };
}
