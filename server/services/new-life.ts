import { randomBytes } from 'node:crypto';
import { restoredEpoch } from '#shared/sync/epoch.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import { emptySessions, leaveOutNumbers, lockStreams, setEpoch } from '#server/storage/province-store.ts';

/** Id of a stream's life: 8 characters. */
export function createEpochId(): string {
  return randomBytes(6).toString('base64url');
}

/**
 * The database was restored by foreign tools: every stream gets the epoch of another life, so that the PCs notice and bring back what was lost; no
 * session from before is good any more. From where the lives part is not known, for work may have come in since: every difference becomes a
 * question, and nothing is taken for common that is not. Numbers of PCs that joined since the backup are given to no other PC. How many streams
 * there are.
 */
export async function beginNewLife(trx: DatabaseTransaction, nowMs: number): Promise<number> {
  const streams = await lockStreams(trx);
  for (const { id, epoch } of streams) await setEpoch(trx, id, restoredEpoch(createEpochId(), epoch, 0), nowMs);
  await leaveOutNumbers(trx);
  await emptySessions(trx);
  return streams.length;
}
