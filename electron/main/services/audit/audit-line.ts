import { createHash } from 'node:crypto';
import { auditEntrySchema, auditText, type AuditEntry } from '#shared/contract/audit.ts';

/** Place in a chain after which a line may follow. */
export type ChainPlace = { readonly n: number; readonly hash: string };

/** The entry that follows `before`, with its number and hash. */
export function chainEntry(before: ChainPlace, facts: Omit<AuditEntry, 'n' | 'hash'>): AuditEntry {
  const entry = { n: before.n + 1, ...facts };
  return { ...entry, hash: hashOf(before.hash, entry) };
}

/** Whether an entry is the very next one after a place. */
export function follows(before: ChainPlace, entry: AuditEntry): boolean {
  return entry.n === before.n + 1 && hashOf(before.hash, entry) === entry.hash;
}

/** An entry as its line in the file, without the line's end. */
export function auditLine({ n, at, kind, by, type, id, detail, hash }: AuditEntry): string {
  return JSON.stringify({ n, at, kind, by, type, id, detail, hash });
}

/** An entry from a line; undefined unless the line is exactly what `auditLine` writes, so that no change of a byte goes unseen. */
export function parseAuditLine(line: string): AuditEntry | undefined {
  try {
    const parsed = auditEntrySchema.safeParse(JSON.parse(line));
    return parsed.success && auditLine(parsed.data) === line ? parsed.data : undefined;
  } catch {
    return undefined; // damaged: who reads it counts it
  }
}

function hashOf(before: string, entry: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256').update(auditText(before, entry)).digest('base64url');
}
