import { createHash } from 'node:crypto';
import { contentText } from '#shared/sync/content-text.ts';
import type { SyncRecord } from '#shared/sync/record.ts';

/** SHA-256 of a record's content, 32 bytes. */
export function hashRecord(record: SyncRecord): Buffer {
  return createHash('sha256').update(contentText(record)).digest();
}

/** SHA-256 over the hashes of these records' contents, in order of sequence, as `ConfirmedStretch` has it. */
export function hashStretch(records: readonly SyncRecord[]): string {
  const hash = createHash('sha256');
  for (const record of records) hash.update(hashRecord(record));
  return hash.digest('hex');
}
