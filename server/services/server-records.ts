import type { RecordRef } from '#shared/sync/accept.ts';
import { hlcFromMs } from '#shared/sync/hlc.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import { applyOp } from '#shared/sync/merge.ts';
import { policyOf } from '#shared/entities.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import { listRecords, lockStream } from '#server/storage/sync-reader.ts';
import { encodeRecord, writeBatch } from '#server/storage/sync-writer.ts';

/** Device number under which the server itself writes. */
export const SERVER_DEVICE = 0;

/** Writes fields of records of a stream in the server's own name: device records, registers. */
export async function writeServerRecords(
  trx: DatabaseTransaction,
  stream: string,
  changes: readonly (RecordRef & { readonly f: Readonly<Record<string, FieldValue>> })[],
  nowMs: number,
): Promise<void> {
  const { seq } = await lockStream(trx, stream);
  const known = await listRecords(trx, stream, changes);
  const written = changes.map(({ type, id, f }, i) => {
    const before = known.find((record) => record.type === type && record.id === id);
    const base = before?.seq ?? 0;
    const op: Op = { dev: SERVER_DEVICE, n: 0, t: 'set', stream, type, id, f, base, h: hlcFromMs(nowMs), by: '' };
    return { op, seq: seq + i + 1, record: applyOp(before, op, seq + i + 1, policyOf).record };
  });
  await writeBatch(trx, {
    stream: { id: stream, seq: seq + changes.length },
    device: { dev: SERVER_DEVICE, lastN: 0 },
    changed: written.map(({ record }) => encodeRecord(record)),
    applied: written,
    given: [],
  });
}
