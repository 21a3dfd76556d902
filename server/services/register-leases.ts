import { communeStream } from '#shared/entities.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import { listRecordsOf, lockStream } from '#server/storage/sync-reader.ts';
import { writeServerRecords } from './server-records.ts';

/** Gives back the books a device numbers in, when it will not number any more. */
export async function releaseLeases(
  trx: DatabaseTransaction,
  commune: string,
  dev: number,
  nowMs: number,
): Promise<void> {
  const stream = communeStream(commune);
  await lockStream(trx, stream);
  const held = (await listRecordsOf(trx, stream, 'register')).filter(({ f }) => f['holderDevice']?.v === dev);
  if (held.length === 0) return;
  const released = held.map(({ type, id }) => ({ type, id, f: { holderDevice: null } }));
  await writeServerRecords(trx, stream, released, nowMs);
}
