import {
  auditHeadMessage,
  auditPushMessage,
  FIRST_AUDIT_HASH,
  type AuditEntry,
  type AuditHead,
  type AuditPush,
} from '#shared/contract/audit.ts';
import { must } from '#shared/base/must.ts';
import { err, ok } from '#shared/base/result.ts';
import { inCommune, type Database, type DatabaseTransaction } from '#server/storage/database.ts';
import { addLogLines, findLogHead, listLogHashes, noteBroken } from '#server/storage/device-log-store.ts';
import { lockDevice } from '#server/storage/device-store.ts';
import type { ProvinceSigner } from './province-signer.ts';
import { findBreak } from './log-check.ts';
import { refuse, refuseRevoked, type Answer } from './refusal.ts';
import { isSignedBy } from './secrets.ts';
import type { Caller } from './sync-push.ts';

/** Takes the logs of PCs: a line once taken can neither be changed nor left out unseen. */
export type LogService = {
  /** Takes lines that go on from the head the province has, and signs the new head. Lines it has already are repeats. */
  readonly take: (caller: Caller, push: AuditPush) => Promise<Answer<AuditHead>>;
};

export function createLogService(db: Database, province: ProvinceSigner, now: () => number): LogService {
  const signHead = (head: Omit<AuditHead, 'signature'>): AuditHead => ({
    ...head,
    signature: province.sign(auditHeadMessage(head)),
  });
  return {
    take: ({ dev, commune }, { entries, signature }) =>
      inCommune(db, commune, async (trx): Promise<Answer<AuditHead>> => {
        const device = await lockDevice(trx, dev);
        if (device === undefined) return refuse('not-enrolled');
        if (device.isRevoked) return refuseRevoked(device);
        const last = must(entries.at(-1), 'the schema wants at least one line');
        if (!isSignedBy(device.publicKey, auditPushMessage(dev, last.n, last.hash), signature))
          return refuse('bad-signature');
        const known = await findLogHead(trx, dev);
        const head = known ?? signHead({ dev, n: 0, hash: FIRST_AUDIT_HASH, at: now() });
        const fault = await findFault(trx, head, entries);
        if (fault !== undefined) {
          await noteBroken(trx, commune, head, { ...fault, at: new Date(now()) });
          const { n, hash, at } = head;
          return err({ code: 'audit-broken', expect: n + 1, head: { dev, n, hash, at, signature: head.signature } });
        }
        const fresh = entries.filter(({ n }) => n > head.n);
        if (fresh.length === 0) return ok(signHead({ dev, n: head.n, hash: head.hash, at: now() }));
        const next = signHead({ dev, n: last.n, hash: last.hash, at: now() });
        await addLogLines(trx, commune, fresh, next);
        return ok(next);
      }),
  };
}

type Fault = { readonly kind: 'gap' | 'changed'; readonly n: number };

/** First line that does not go on from what the province has: after a hole, other than the one it took, or not of this chain. */
async function findFault(
  trx: DatabaseTransaction,
  head: AuditHead,
  entries: readonly AuditEntry[],
): Promise<Fault | undefined> {
  const first = must(entries[0], 'the schema wants at least one line').n;
  if (first > head.n + 1) return { kind: 'gap', n: head.n + 1 };
  const stored = await listLogHashes(trx, head.dev, first - 1, Math.min(head.n, first + entries.length - 1));
  const before = first === 1 ? FIRST_AUDIT_HASH : (stored.get(first - 1) ?? head.hash);
  const n =
    findBreak(before, first, entries) ?? entries.find((entry) => (stored.get(entry.n) ?? entry.hash) !== entry.hash)?.n;
  return n === undefined ? undefined : { kind: 'changed', n };
}
