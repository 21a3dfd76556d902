import { queueTasks } from '#server/storage/courier-queue.ts';
import { inCommune, type Database } from '#server/storage/database.ts';
import { insertFile } from '#server/storage/file-store.ts';

/** Notes that a commune has a verified file, and leaves it to the courier to bring it to whoever waits for it. */
export function noteKeptFile(db: Database, commune: string, hash: string, size: number): Promise<void> {
  return inCommune(db, commune, async (trx) => {
    await insertFile(trx, commune, hash, size);
    // Always: a dispatch that takes it to somebody at this very moment is not seen from here, nor this file from there.
    await queueTasks(trx, commune, [{ kind: 'file', id: hash }]);
  });
}
