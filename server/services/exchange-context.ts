import { placesOf } from '#shared/domain/exchange/agency-places.ts';
import { recordIdSchema } from '#shared/base/ids.ts';
import type { SentFile } from '#shared/domain/exchange/letter.ts';
import { communeStream } from '#shared/entities.ts';
import { streamRecordKey, type AcceptState } from '#shared/sync/accept.ts';
import type { Op } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';
import { listFilesOfPapers, type CourierTask } from '#server/storage/courier-queue.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import { listRecords } from '#server/storage/sync-reader.ts';
import { readDirectory } from './agency-records.ts';
import { nameKey, type ExchangeContext } from './exchange-rules.ts';

/** Of a batch that sends nothing. */
export const NO_EXCHANGE: ExchangeContext = {
  isAgency: () => false,
  findOutgoing: () => undefined,
  filesOf: () => [],
  sender: undefined,
  ownOrganIds: new Set(),
  namesOfOthers: new Set(),
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
  const outgoingIds = [...new Set(ids.map(String))].filter((id) => recordIdSchema.safeParse(id).success);
  const stored = await listFilesOfPapers(trx, stream, outgoingIds);
  const refs = outgoingIds.map((id) => ({ type: 'outgoing', id }));
  const papers = new Map((await listRecords(trx, stream, refs)).map((record) => [record.id, record]));
  const sender = [...directory.values()].find(({ code }) => communeStream(code) === stream);
  const own = sender?.code ?? '';
  const [self, others] = splitBy([...directory.values()], ({ code }) =>
    placesOf(code, (each) => directory.get(each)).includes(own),
  );
  return (state) => ({
    isAgency: (code) => directory.has(code),
    sender,
    ownOrganIds: new Set(self.map(({ organId }) => organId)),
    namesOfOthers: new Set(
      others.map(({ name }) => nameKey(name)).filter((name) => name !== nameKey(sender?.name ?? '')),
    ),
    findOutgoing: (id) => state.records.get(streamRecordKey(stream, { type: 'outgoing', id })) ?? papers.get(id),
    filesOf: (outgoingId) => {
      const own = [...state.records.values()].filter(
        ({ type, f }) => type === 'attachment' && f['documentId']?.v === outgoingId && f['ownerType']?.v === 'outgoing',
      );
      return [...(stored.get(outgoingId) ?? []), ...own.map(toSentFile)];
    },
  });
}

function splitBy<T>(all: readonly T[], isFirst: (each: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(isFirst), all.filter((each) => !isFirst(each))];
}

function toSentFile({ f }: SyncRecord): SentFile {
  return Object.fromEntries(['hash', 'name', 'size', 'mime'].map((field) => [field, f[field]?.v])) as SentFile;
}

/** What the courier is to look at after these records changed. */
export function tasksOf(changed: readonly SyncRecord[]): readonly Pick<CourierTask, 'kind' | 'id'>[] {
  return changed.flatMap(({ type, id, f }): readonly Pick<CourierTask, 'kind' | 'id'>[] => {
    if (type === 'dispatch' && f['recipientKind']?.v === 'agency') return [{ kind: 'dispatch', id }];
    return type === 'arrival' && f['origin']?.v === 'exchange' ? [{ kind: 'arrival', id }] : [];
  });
}
