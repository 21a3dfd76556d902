import { streamRecordKey, type AcceptState } from '#shared/sync/accept.ts';
import type { Op } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import { listFilesOfPapers, type CourierTask } from '#server/storage/courier-queue.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import { readDirectory } from './agency-records.ts';
import type { ExchangeContext } from './exchange-rules.ts';

/** Of a batch that sends nothing. */
export const NO_EXCHANGE: ExchangeContext = {
  isAgency: () => false,
  findOutgoing: () => undefined,
  filesOf: () => new Set(),
};

/** What the rules of the exchange look at for these ops: the directory, and the papers' files as the database and the batch itself have them. */
export async function readExchange(
  trx: DatabaseTransaction,
  stream: string,
  dispatches: readonly Op[],
  records: readonly SyncRecord[],
): Promise<(state: AcceptState) => ExchangeContext> {
  if (dispatches.length === 0) return () => NO_EXCHANGE;
  const ids = dispatches.map((op) => op.f['outgoingId'] ?? records.find(({ id }) => id === op.id)?.f['outgoingId']?.v);
  const directory = await readDirectory(trx);
  const stored = await listFilesOfPapers(trx, stream, [...new Set(ids.map(String))]);
  return (state) => ({
    isAgency: (code) => directory.has(code),
    findOutgoing: (id) => state.records.get(streamRecordKey(stream, { type: 'outgoing', id })),
    filesOf: (outgoingId) => {
      const own = [...state.records.values()].filter(
        ({ type, f }) => type === 'attachment' && f['documentId']?.v === outgoingId,
      );
      return new Set([...(stored.get(outgoingId) ?? []), ...own.map(({ f }) => f['hash']?.v as string)]);
    },
  });
}

/** What the courier is to look at after these records changed. */
export function tasksOf(changed: readonly SyncRecord[]): readonly Pick<CourierTask, 'kind' | 'id'>[] {
  return changed.flatMap(({ type, id, f }): readonly Pick<CourierTask, 'kind' | 'id'>[] => {
    if (type === 'dispatch' && f['recipientKind']?.v === 'agency') return [{ kind: 'dispatch', id }];
    return type === 'arrival' && f['origin']?.v === 'exchange' ? [{ kind: 'arrival', id }] : [];
  });
}
