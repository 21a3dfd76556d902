import type { ReceiptAnswer, ReceiptRequest } from '#shared/contract/receipts.ts';
import { communeStream } from '#shared/entities.ts';
import { inCommune, type Database } from '#server/storage/database.ts';
import { listDeviceCopies } from '#server/storage/device-standing.ts';
import { findEpoch, listStoredFiles, listTakenRecords } from '#server/storage/receipt-reader.ts';
import { hashRecord } from './hash-stretch.ts';
import type { Caller } from './sync-push.ts';

/** Shows a PC by hash what the province holds of its commune, and who of the commune has how much of it. */
export type ReceiptService = { readonly show: (caller: Caller, request: ReceiptRequest) => Promise<ReceiptAnswer> };

export function createReceiptService(db: Database): ReceiptService {
  return {
    show: ({ commune }, { records, files }) =>
      inCommune(db, commune, async (trx) => {
        const stream = communeStream(commune);
        const [held, stored, copies, epoch] = [
          await listTakenRecords(trx, stream, records),
          await listStoredFiles(trx, commune, files),
          await listDeviceCopies(trx),
          await findEpoch(trx, stream),
        ];
        return {
          records: held.map(({ record, takenAt }) => ({
            type: record.type,
            id: record.id,
            seq: record.seq,
            hash: hashRecord(record).toString('hex'),
            takenAt: takenAt?.getTime() ?? null,
          })),
          files: stored.map(({ hash, storedAt }) => ({ hash, storedAt: storedAt.getTime() })),
          devices: copies.map(({ dev, pulledSeq, pulledEpoch, pulledAt, seenAt }) => ({
            dev,
            upTo: pulledEpoch === epoch ? pulledSeq : 0,
            toldAt: pulledAt?.getTime() ?? null,
            seenAt: seenAt?.getTime() ?? null,
          })),
        };
      }),
  };
}
