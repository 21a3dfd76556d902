import { Dexie } from 'dexie';
import { MAX_OPS_PER_BATCH, type Op } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';

/** Most bytes of changes of one batch, as JSON. */
const BATCH_BYTES = 192 * 1024;

/**
 * Everything the province has not acknowledged, in counter order, in batches without gaps as one request may carry them. Papers that never leave this PC are
 * of another stream and are not among them.
 */
export async function* waitingBatches({ db, stream }: Office): AsyncGenerator<readonly Op[]> {
  let batch: Op[] = [];
  let bytes = 0;
  for (let after = 0; ;) {
    const rows = await db.outbox
      .where('[kind+n]')
      .between(['waiting', after], ['waiting', Dexie.maxKey], false)
      .limit(MAX_OPS_PER_BATCH)
      .toArray();
    for (const { op } of rows) {
      if (op.stream !== stream) continue;
      const size = JSON.stringify(op.f).length + 60;
      const last = batch.at(-1);
      const isFull = batch.length >= MAX_OPS_PER_BATCH || bytes + size > BATCH_BYTES;
      if (last !== undefined && (op.n !== last.n + 1 || isFull)) {
        yield batch;
        batch = [];
        bytes = 0;
      }
      batch.push(op);
      bytes += size;
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.n;
  }
  if (batch.length > 0) yield batch;
}
