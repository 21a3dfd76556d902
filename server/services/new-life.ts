import { randomBytes } from 'node:crypto';
import { restoredEpoch } from '#shared/sync/epoch.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import { emptySessions, lockStreams, setEpoch } from '#server/storage/province-store.ts';

/** Id of a stream's life: 8 characters. */
export function createEpochId(): string {
  return randomBytes(6).toString('base64url');
}

/**
 * The database was restored from a backup: every stream gets an epoch that says from where its present life began, so that the PCs notice
 * and bring back what was lost; no session from before is good any more. How many streams there are.
 */
export async function beginNewLife(trx: DatabaseTransaction): Promise<number> {
  const streams = await lockStreams(trx);
  for (const { id, epoch, seq } of streams) await setEpoch(trx, id, restoredEpoch(createEpochId(), epoch, seq));
  await emptySessions(trx);
  return streams.length;
}
