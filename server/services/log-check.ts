import { createHash } from 'node:crypto';
import { auditHeadMessage, auditText, FIRST_AUDIT_HASH, type AuditEntry } from '#shared/contract/audit.ts';
import type { Database } from '#server/storage/database.ts';
import { listLogHeads, listLogLines, type StoredEntry } from '#server/storage/device-log-store.ts';
import { getProvinceKey } from '#server/storage/key-store.ts';
import { isSignedBy } from './secrets.ts';

const PAGE = 1000;

/** Counter of the first line that does not follow from the one in front; `before`: the hash in front of the first, which is number `first`. */
export function findBreak(before: string, first: number, entries: readonly AuditEntry[]): number | undefined {
  let hash = before;
  for (const [i, { hash: claimed, ...line }] of entries.entries()) {
    const found = createHash('sha256').update(auditText(hash, line)).digest('base64url');
    if (line.n !== first + i || found !== claimed) return first + i;
    hash = claimed;
  }
  return undefined;
}

/** What a check of all logs found. A fault without `n`: the province's signature under the head is not its own. */
export type LogVerdict = {
  readonly devices: number;
  readonly lines: number;
  readonly faults: readonly { readonly dev: number; readonly n?: number }[];
};

/** A device's log in pages, in order. */
export async function* pagesOfLog(db: Database, dev: number): AsyncGenerator<StoredEntry[]> {
  for (let after = 0; ;) {
    const page = await listLogLines(db, dev, after, PAGE);
    if (page.length === 0) return;
    yield page;
    after = page.at(-1)?.n ?? after;
  }
}

/** Checks every stored log from its first line to the signed head: a line changed, taken out or cut off at the end is found. */
export async function verifyLogs(db: Database): Promise<LogVerdict> {
  const { publicKey } = await getProvinceKey(db);
  const heads = await listLogHeads(db);
  const faults: { dev: number; n?: number }[] = [];
  let lines = 0;
  for (const head of heads) {
    const { dev, n, hash, at } = head;
    const end = await walk(db, dev);
    lines += end.n;
    if (end.brokenAt !== undefined) faults.push({ dev, n: end.brokenAt });
    else if (end.n !== n || end.hash !== hash) faults.push({ dev, n: Math.min(end.n, n) + 1 });
    if (!isSignedBy(publicKey, auditHeadMessage({ dev, n, hash, at }), head.signature)) faults.push({ dev });
  }
  return { devices: heads.length, lines, faults };
}

type End = { readonly n: number; readonly hash: string; readonly brokenAt: number | undefined };

async function walk(db: Database, dev: number): Promise<End> {
  let end: End = { n: 0, hash: FIRST_AUDIT_HASH, brokenAt: undefined };
  for await (const page of pagesOfLog(db, dev)) {
    const entries = page.map(({ receivedAt: _receivedAt, ...entry }) => entry);
    const brokenAt = findBreak(end.hash, end.n + 1, entries);
    end = { n: end.n + page.length, hash: page.at(-1)?.hash ?? end.hash, brokenAt };
    if (brokenAt !== undefined) return end;
  }
  return end;
}
