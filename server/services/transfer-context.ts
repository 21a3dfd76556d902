import { recordIdSchema } from '#shared/base/ids.ts';
import { communeStream } from '#shared/entities.ts';
import { isOpenTransfer } from '#shared/domain/transfer/transfer-rules.ts';
import { memberTransferSchema } from '#shared/domain/transfer/member-transfer-record.ts';
import { streamRecordKey, type AcceptState, type RecordRef } from '#shared/sync/accept.ts';
import type { Op } from '#shared/sync/op.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import type { CourierTask } from '#server/storage/courier-queue.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import { listTransfersOf } from '#server/storage/member-reader.ts';
import { listRecords } from '#server/storage/sync-reader.ts';
import { readDirectory, type Directory } from './agency-records.ts';
import { isRemoved, valuesOf } from './op-changes.ts';
import { memberIdOf, type TransferContext } from './transfer-rules.ts';

/** Entities whose ops may be about a member who is on the way or gone. */
const concerned: ReadonlySet<string> = new Set([
  'member',
  'memberLine',
  'memberEvent',
  'memberChange',
  'attachment',
  'memberTransfer',
  'memberArrival',
]);

/** Of a batch in which no member is spoken of. */
export const NO_TRANSFERS: TransferContext = {
  isAgency: () => false,
  own: undefined,
  find: () => undefined,
  transfersOf: () => [],
  arrivalsOf: () => [],
};

/** What the rules of transfers look at for these ops beside the records already known: `records` belong into the state. */
export type TransferKin = {
  readonly records: readonly SyncRecord[];
  readonly contextOf: (state: AcceptState) => TransferContext;
};

/** Reads the members these ops are about with their transfers and arrivals, what answers name, and the directory when somebody is sent. */
export async function readTransferKin(
  trx: DatabaseTransaction,
  stream: string,
  ops: readonly Op[],
  known: readonly SyncRecord[],
): Promise<TransferKin> {
  const own = ops.filter(({ type }) => concerned.has(type));
  if (own.length === 0) return { records: [], contextOf: () => NO_TRANSFERS };
  const byKey = new Map(known.map((record) => [recordKey(record.type, record.id), record]));
  const findKnown = (type: string, id: string): SyncRecord | undefined => byKey.get(recordKey(type, id));
  const members = own.map((op) => memberIdOf(op, findKnown(op.type, op.id), findKnown));
  const memberIds = [...new Set(members)].filter(isRecordId);
  const named: RecordRef[] = [
    ...memberIds.map((id) => ({ type: 'member', id })),
    ...own.flatMap((op) => namedBy(op, findKnown(op.type, op.id))),
  ];
  const refs = named.filter(({ type, id }) => !byKey.has(recordKey(type, id)));
  const read = refs.length === 0 ? [] : await listRecords(trx, stream, refs);
  const transfers = memberIds.length === 0 ? [] : await listTransfersOf(trx, stream, memberIds);
  const directory = own.some(({ type }) => type === 'memberTransfer')
    ? await readDirectory(trx)
    : new Map<string, never>();
  const records = [...read, ...transfers].filter(({ type, id }) => !byKey.has(recordKey(type, id)));
  return { records, contextOf: (state) => toContext(state, stream, directory) };
}

/** What an op names beside the member: the cell and record of an answer, the introduction paper, the transfer an event belongs to. */
function namedBy({ type, f }: Op, record: SyncRecord | undefined): readonly RecordRef[] {
  const ref = (of: string, field: string): readonly RecordRef[] =>
    [f[field], record?.f[field]?.v].filter(isRecordId).map((id) => ({ type: of, id }));
  if (type === 'memberArrival') return [...ref('unit', 'unitId'), ...ref('member', 'intoMemberId')];
  if (type === 'memberTransfer') return ref('outgoing', 'introductionId');
  return type === 'memberEvent' ? ref('memberTransfer', 'transferId') : [];
}

function isRecordId(id: unknown): id is string {
  return recordIdSchema.safeParse(id).success;
}

function toContext(state: AcceptState, stream: string, directory: Directory): TransferContext {
  const own = [...directory.values()].find(({ code }) => communeStream(code) === stream);
  const listOf = (wanted: string, memberId: string): SyncRecord[] =>
    [...state.records.values()].filter(({ type, f }) => type === wanted && f['memberId']?.v === memberId);
  return {
    isAgency: (code) => directory.has(code),
    own,
    find: (type, id) => state.records.get(streamRecordKey(stream, { type, id })),
    transfersOf: (memberId) => listOf('memberTransfer', memberId),
    arrivalsOf: (memberId) => listOf('memberArrival', memberId),
  };
}

type Task = Pick<CourierTask, 'kind' | 'id'>;

/**
 * What the courier is to settle after these records changed: transfers and answers themselves, and what is said of a member on the way, which goes
 * along. An event of a transfer may be all that a restored province still hears of one.
 */
export function transferTasksOf(changed: readonly SyncRecord[], context: TransferContext): readonly Task[] {
  return changed.flatMap((record): readonly Task[] => {
    const { type, id, f } = record;
    if (type === 'memberTransfer') return isSent(record) ? [{ kind: 'transfer', id }] : [];
    if (type === 'memberArrival') return [{ kind: 'transfer-answer', id }];
    if (!concerned.has(type)) return [];
    const memberId = memberIdOf({ type, id, f: {} }, record, context.find);
    const leaving = memberId === undefined ? [] : context.transfersOf(memberId).filter(isUnderWay);
    const named = type === 'memberEvent' ? f['transferId']?.v : undefined;
    const told: readonly Task[] =
      typeof named === 'string'
        ? [
            { kind: 'transfer', id: named },
            { kind: 'transfer-answer', id: named },
          ]
        : [];
    return [...leaving.map((transfer): Task => ({ kind: 'transfer', id: transfer.id })), ...told];
  });
}

function isSent({ f }: SyncRecord): boolean {
  return f['recipient']?.v !== '' && f['state']?.v !== 'draft';
}

function isUnderWay(record: SyncRecord): boolean {
  const transfer = memberTransferSchema.safeParse(valuesOf(record)).data;
  return transfer !== undefined && !isRemoved(record) && isSent(record) && isOpenTransfer(transfer);
}
