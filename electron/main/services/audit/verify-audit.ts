import { FIRST_AUDIT_HASH } from '#shared/contract/audit.ts';
import type { AuditVerdict } from '#shared/contract/audit.ts';
import { listAuditFiles, readAuditLines } from './audit-files.ts';
import { isSigned, type AuditHeads } from './audit-heads.ts';
import { follows, parseAuditLine, type ChainPlace } from './audit-line.ts';

type Fault = { readonly badN: number; readonly reason: AuditVerdict['reason'] };

/**
 * Reads a log from its first line and says where it first does not fit: a line changed or missing, the end gone, or lines other than
 * those the province has signed. Lines nobody has signed yet could only be rewritten all together.
 */
export async function verifyAudit(
  folder: string,
  known: AuditHeads,
  provinceKey: string | undefined,
): Promise<AuditVerdict> {
  const wanted = new Map<number, string[]>();
  for (const { n, hash } of [...known.heads, ...(known.tail === null ? [] : [known.tail])])
    if (n > 0) wanted.set(n, [...(wanted.get(n) ?? []), hash]);
  let place: ChainPlace = { n: 0, hash: FIRST_AUDIT_HASH };
  let entries = 0;
  let fault: Fault | undefined;

  for (const file of await listAuditFiles(folder)) {
    for (const line of await readAuditLines(folder, file)) {
      entries += 1;
      const entry = parseAuditLine(line);
      if (entry === undefined || !follows(place, entry)) {
        fault ??= {
          badN: place.n + 1,
          reason: entry === undefined || entry.n === place.n + 1 ? 'changed' : 'missing',
        };
        if (entry === undefined) continue;
      }
      if (wanted.get(entry.n)?.some((hash) => hash !== entry.hash) === true)
        fault ??= { badN: entry.n, reason: 'changed' };
      place = entry;
    }
  }
  const signed = [...known.heads].sort((a, b) => b.at - a.at)[0];
  const badHead = known.heads.find((head) => provinceKey !== undefined && !isSigned(head, provinceKey));
  const furthest = Math.max(0, ...wanted.keys());
  if (furthest > place.n) fault ??= { badN: place.n + 1, reason: 'truncated' };
  if (badHead !== undefined) fault ??= { badN: Math.max(1, badHead.n), reason: 'bad-signature' };
  if (known.refusedFrom !== null) fault ??= { badN: Math.max(1, known.refusedFrom), reason: 'changed' };
  return {
    entries,
    badN: fault?.badN ?? null,
    reason: fault?.reason ?? 'none',
    signedN: signed?.n ?? 0,
    signedAt: signed?.at ?? null,
  };
}
