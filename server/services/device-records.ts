import { communeStream } from '#shared/entities.ts';
import type { Database, DatabaseTransaction } from '#server/storage/database.ts';
import { listUnpublishedDevices } from '#server/storage/province-store.ts';
import { listRecordsOf, lockStream } from '#server/storage/sync-reader.ts';
import { releaseLeases } from './register-leases.ts';
import { writeServerRecords } from './server-records.ts';

/** Tells the commune's PCs that a device was shut out, and gives back the books it numbered in. */
export async function publishShutOut(
  trx: DatabaseTransaction,
  commune: string,
  dev: number,
  nowMs: number,
): Promise<void> {
  const stream = communeStream(commune);
  await lockStream(trx, stream);
  const records = (await listRecordsOf(trx, stream, 'device')).filter(({ f }) => f['number']?.v === dev);
  const changes = records.map(({ type, id }) => ({ type, id, f: { shutOut: true } }));
  if (changes.length > 0) await writeServerRecords(trx, stream, changes, nowMs);
  await releaseLeases(trx, commune, dev, nowMs);
}

/** Publishes the keys of devices that enrolled before keys were published, and which of those were shut out. By the owner of the database. */
export async function publishDevices(db: Database, nowMs: number): Promise<void> {
  for (const { commune, recordId, publicKey, isRevoked } of await listUnpublishedDevices(db)) {
    const change = { type: 'device', id: recordId, f: { publicKey, shutOut: isRevoked } };
    await db.transaction().execute((trx) => writeServerRecords(trx, communeStream(commune), [change], nowMs));
  }
}
