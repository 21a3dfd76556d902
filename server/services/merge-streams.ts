import { settingTable } from '#shared/domain/setting/setting-table.ts';
import { communeStream } from '#shared/entities.ts';
import { shiftRecord } from '#shared/sync/moved-stream.ts';
import { REMOVED, type FieldValue } from '#shared/sync/op.ts';
import { recordKey, type SyncRecord } from '#shared/sync/record.ts';
import { queueTasks, type CourierTask } from '#server/storage/courier-queue.ts';
import type { DatabaseTransaction } from '#server/storage/database.ts';
import { insertCommuneMove, type CommuneMove } from '#server/storage/moved-streams.ts';
import {
  dropRecords,
  joinStreams,
  listShared,
  lockDevicesOf,
  moveRecords,
  moveSurroundings,
} from '#server/storage/stream-mover.ts';
import { listRecords, listRecordsOf, lockStream } from '#server/storage/sync-reader.ts';
import { encodeRecord, writeBatch } from '#server/storage/sync-writer.ts';
import { endTransfersBetween, type GoneOffice } from './end-transfers.ts';
import { chooseStanding, isHomeOf, joinRecords } from './join-records.ts';
import { isRemoved } from './op-changes.ts';
import { SERVER_DEVICE, writeServerRecords } from './server-records.ts';

type Change = { readonly type: string; readonly id: string; readonly f: Readonly<Record<string, FieldValue>> };

/**
 * Brings the stream of a commune into another's, in the caller's transaction, as the owner of the database (docs/adr/0038). PCs first, then both streams in
 * the order of their names: as every push and every courier locks them. `whenLocked`: done when nobody sends any more and nothing is moved yet.
 */
export async function mergeStreams(
  trx: DatabaseTransaction,
  gone: GoneOffice,
  into: string,
  nowMs: number,
  whenLocked: () => Promise<void>,
): Promise<CommuneMove> {
  const [from, to] = [communeStream(gone.code), communeStream(into)];
  await lockDevicesOf(trx, gone.code);
  await endTransfersBetween(trx, gone, into, nowMs);
  const locked = new Map<string, Awaited<ReturnType<typeof lockStream>>>();
  for (const stream of [from, to].sort()) locked.set(stream, await lockStream(trx, stream));
  const [old, next] = [locked.get(from), locked.get(to)];
  if (old === undefined || next === undefined) throw new Error('both streams are locked');
  const move = { commune: gone.code, into, from, to, by: next.seq, life: old.epoch, toLife: next.epoch };
  await whenLocked();
  const twins = await takeTwins(trx, move);
  const { changes, tasks } = await placeInOffice(trx, gone, move);
  await moveRecords(trx, move);
  await moveSurroundings(trx, move);
  await joinStreams(trx, move, next.seq + old.seq + twins.length);
  await writeTwins(trx, move, twins, next.seq + old.seq);
  await insertCommuneMove(trx, move, nowMs);
  await writeServerRecords(trx, to, changes, nowMs);
  for (const { commune, ...task } of tasks) await queueTasks(trx, commune, [task]);
  return move;
}

type Twins = readonly { readonly gone: SyncRecord; readonly kept: SyncRecord }[];

/** Takes out of the old stream what the other has too. */
async function takeTwins(trx: DatabaseTransaction, { from, to }: CommuneMove): Promise<Twins> {
  const refs = await listShared(trx, from, to);
  if (refs.length === 0) return [];
  const gone = await listRecords(trx, from, refs);
  const kept = new Map((await listRecords(trx, to, refs)).map((record) => [recordKey(record.type, record.id), record]));
  await dropRecords(trx, from, refs);
  return gone.flatMap((record) => {
    const other = kept.get(recordKey(record.type, record.id));
    return other === undefined ? [] : [{ gone: record, kept: other }];
  });
}

async function writeTwins(
  trx: DatabaseTransaction,
  { to, by }: CommuneMove,
  twins: Twins,
  after: number,
): Promise<void> {
  if (twins.length === 0) return;
  const homes = new Set(
    twins.filter(({ gone, kept }) => gone.type === 'member' && isHomeOf(gone, kept)).map(({ gone }) => gone.id),
  );
  const joined = twins.map(({ gone, kept }, i) =>
    joinRecords(
      chooseStanding(shiftRecord(gone, by), kept, (id) => homes.has(id)),
      after + i + 1,
    ),
  );
  await writeBatch(trx, {
    stream: { id: to, seq: after + twins.length },
    device: { dev: SERVER_DEVICE, lastN: 0 },
    changed: joined.map(encodeRecord),
    applied: [],
    given: [],
  });
}

/**
 * What is to be written so that the two are one office: the old office's numbering books are closed and named by it, its top organisation stands below the
 * other's until the decision is entered (docs/adr/0030), and papers and members that wait say whom they were meant for.
 */
async function placeInOffice(
  trx: DatabaseTransaction,
  { code, name, lastDay }: GoneOffice,
  { from, to }: CommuneMove,
): Promise<Placed> {
  const records = await listRecordsOf(trx, from, 'register', 'unit', 'arrival', 'memberArrival', 'setting', 'device');
  const tops = (await listRecordsOf(trx, to, 'unit')).filter(isTop);
  const top = tops.sort((a, b) => orderOf(a) - orderOf(b)).find(({ f }) => f['kind']?.v === 'committee') ?? tops[0];
  const present = records.filter((record) => !isRemoved(record));
  const changes = present.flatMap((record): readonly Change[] => {
    const { type, id, f } = record;
    const change = (fields: Change['f']): Change[] =>
      Object.keys(fields).length === 0 ? [] : [{ type, id, f: fields }];
    if (type === 'register')
      return change({
        ...((f['formerOffice']?.v ?? '') === '' && { formerOffice: code }),
        ...((f['origin']?.v ?? '') === '' && { origin: name }),
        ...((f['closedOn']?.v ?? null) === null && { closedOn: lastDay }),
      });
    if (type === 'device') return change((f['formerOffice']?.v ?? '') === '' ? { formerOffice: code } : {});
    // Who the office is, is said by the one that goes on.
    if (type === 'setting') return id === settingTable['office-name'].id ? change({ value: null }) : [];
    if (type === 'unit') return top !== undefined && isTop(record) ? change({ parentId: top.id }) : [];
    const waits = type === 'arrival' ? f['status']?.v === '01' : f['answer']?.v === 'waiting';
    return waits && (f['addressedTo']?.v ?? '') === '' ? change({ addressedTo: name }) : [];
  });
  // Who sent it is told.
  const tasks = present.flatMap(({ type, id, f }): Placed['tasks'] => {
    const sender = f['from']?.v;
    if (typeof sender !== 'string' || sender === '') return [];
    return [{ commune: sender, kind: type === 'arrival' ? 'answer' : 'transfer', id }];
  });
  return { changes, tasks };
}

/** What is to be written, and what the courier is to look at afterwards. */
type Placed = {
  readonly changes: readonly Change[];
  readonly tasks: readonly (Pick<CourierTask, 'kind' | 'id'> & { readonly commune: string })[];
};

function isTop({ f }: SyncRecord): boolean {
  return (f['parentId']?.v ?? null) === null && (f['validTo']?.v ?? null) === null && f[REMOVED]?.v !== true;
}

function orderOf({ f }: SyncRecord): number {
  const order = f['order']?.v;
  return typeof order === 'number' ? order : 0;
}
