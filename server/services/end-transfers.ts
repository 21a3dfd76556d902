import type { PlainDate } from '#shared/base/plain-date.ts';
import { memberTransferSchema } from '#shared/domain/transfer/member-transfer-record.ts';
import { isOpenTransfer } from '#shared/domain/transfer/transfer-rules.ts';
import { communeStream } from '#shared/entities.ts';
import { messages } from '#server/messages.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import { listRecordsOf } from '#server/storage/sync-reader.ts';
import { carryTransfer } from './carry-transfer.ts';
import { isRemoved, valuesOf } from './op-changes.ts';
import { writeServerRecords } from './server-records.ts';

/** The office that went away: what it was called in the directory, and its last day. */
export type GoneOffice = { readonly code: string; readonly name: string; readonly lastDay: PlainDate };

/**
 * Between two offices that become one nobody is on the way any more: a transfer that waits is withdrawn, and who is a guest is at home again. Each is settled as if its
 * sender had said so, so that both sides and their events agree; afterwards one of the two records of a member is the home (`join-records.ts`).
 */
export async function endTransfersBetween(
  trx: DatabaseTransaction,
  { code, lastDay }: GoneOffice,
  into: string,
  nowMs: number,
): Promise<void> {
  for (const [sender, recipient] of [
    [code, into],
    [into, code],
  ] as const)
    for (const record of await listRecordsOf(trx, communeStream(sender), 'memberTransfer')) {
      const transfer = memberTransferSchema.safeParse(valuesOf(record)).data;
      if (transfer?.recipient !== recipient || isRemoved(record) || !isOpenTransfer(transfer)) continue;
      const f =
        transfer.outcome === 'accepted'
          ? { endedOn: lastDay, endNote: messages.recipientIsSender }
          : { state: 'withdrawn', withdrawReason: messages.recipientIsSender };
      await writeServerRecords(trx, communeStream(sender), [{ type: 'memberTransfer', id: record.id, f }], nowMs);
      await carryTransfer(trx, { commune: sender, id: record.id }, nowMs);
    }
}
