import { Dexie } from 'dexie';
import type { CarriedBatch, TakenOps } from '#shared/sync/peers.ts';
import { entities, isEntityType, refuseFields, type EntityDefinition } from '#shared/entities.ts';
import { lowerClaim, sharedUpTo } from '#shared/sync/epoch.ts';
import { followMoves, type StreamMove } from '#shared/sync/moved-stream.ts';
import type { Op } from '#shared/sync/op.ts';
import { recordKey } from '#shared/sync/record.ts';
import type { Office } from '../office.ts';
import type { PeerBatchRow, PeerOpRow } from '../rows.ts';
import { noteNumbers } from '../write/used-numbers.ts';
import { readStates, writeRows, type RecordRef } from './record-state.ts';
import { nextOrder } from './view-stamp.ts';

/** Up to which counter the province is known to have taken the ops of each PC: what comes again of that is passed over. */
type Floors = Readonly<Record<string, number>>;

const FLOORS = 'peer-floors';
const ORDER = 'peer-order';

/**
 * Takes ops of a colleague's PC that it has signed (`signed` are the bytes, to be passed on): they are shown between the province's records and the own
 * changes until the province has taken them. Of ops this build does not know, or would not take itself, nothing is shown; they are passed on all the
 * same. Gives whether anything was new.
 */
export function takePeerBatch(office: Office, signed: Uint8Array<ArrayBuffer>, batch: CarriedBatch): Promise<boolean> {
  const { dev, epoch, ops } = asPresent(batch, office.device.moves ?? []);
  if (dev === office.device.dev) return Promise.resolve(false);
  return office.queue.run(async () => {
    const { db, copies } = office;
    const written = await db.transaction('rw', db.tables, async () => {
      const floor = (await readFloors(db))[String(dev)] ?? 0;
      const held = new Set((await heldOf(db, dev)).map(({ n }) => n));
      const batches = await batchesOf(db, dev);
      const news = ops.filter(({ n }) => n > floor && !batches.some((row) => row.n <= n && n <= row.lastN));
      const first = news[0];
      if (first === undefined) return undefined;
      const shown = news.filter((op) => isShowable(office, op) && !held.has(op.n));
      let order = ((await db.localMeta.get(ORDER))?.value as number | undefined) ?? 0;
      const rows = shown.map((op): PeerOpRow => {
        order = nextOrder(order);
        return { dev, n: op.n, type: op.type, id: op.id, op, epoch, order };
      });
      await db.peerOps.bulkPut(rows);
      const covered = batches.filter((row) => row.n >= (ops[0]?.n ?? 0) && row.lastN <= (ops.at(-1)?.n ?? 0));
      await db.peerBatches.bulkDelete(covered.map((row) => [row.dev, row.n]));
      await db.peerBatches.put({ dev, n: ops[0]?.n ?? first.n, lastN: ops.at(-1)?.n ?? first.n, signed });
      await db.localMeta.put({ key: ORDER, value: order });
      for (const { type, id } of rows) copies.noteOwnOp(type, id);
      const after = await writeRows(db, await readStates(db, refsOf(rows)));
      await noteNumbers(db, after.numbers);
      return after.changes;
    });
    if (written === undefined) return false;
    for (const { h } of ops) office.clock.see(h);
    office.search.changed(written);
    return true;
  });
}

/** A batch of a PC that does not know yet that its commune was merged into another one, as its ops count there. */
function asPresent({ dev, epoch, ops }: CarriedBatch, moves: readonly StreamMove[]): CarriedBatch {
  const moved = ops.map((op) => followMoves(op, epoch, moves));
  return { dev, epoch: moved[0]?.held ?? epoch, ops: moved.map(({ op }) => op) };
}

/** Whether an op is of the commune's own records and could be one of this build's: what a faulty PC sends must not reach a screen. */
function isShowable({ stream }: Office, op: Op): boolean {
  if (op.stream !== stream || !isEntityType(op.type) || (op.t !== 'set' && op.t !== 'del' && op.t !== 'res'))
    return false;
  const definition: EntityDefinition = entities[op.type];
  return definition.serverOnly !== true && refuseFields(op.type, op.f) === undefined;
}

/** PCs of which ops are held ahead of the province. */
export async function listPeerDevices(db: Office['db']): Promise<readonly number[]> {
  const keys = (await db.peerBatches.toCollection().primaryKeys()) as readonly (readonly [number, number])[];
  return [...new Set(keys.map(([dev]) => dev))];
}

/** The signed batches held, in the order of PCs and counters. */
export function listPeerBatches(db: Office['db']): Promise<readonly PeerBatchRow[]> {
  return db.peerBatches.toArray();
}

/**
 * Drops what the province has taken, inside the caller's transaction, once the complete cookie has passed where it lies. Gives the records to be shown anew.
 */
export async function dropTaken(
  db: Office['db'],
  taken: readonly TakenOps[],
  complete: number,
): Promise<readonly RecordRef[]> {
  const passed = taken.filter(({ seq }) => seq <= complete);
  if (passed.length === 0) return [];
  const floors: Record<string, number> = { ...(await readFloors(db)) };
  const dropped: PeerOpRow[] = [];
  for (const { dev, n } of passed) {
    floors[String(dev)] = Math.max(n, floors[String(dev)] ?? 0);
    const rows = (await heldOf(db, dev)).filter((row) => row.n <= n);
    const batches = (await batchesOf(db, dev)).filter((row) => row.lastN <= n);
    await db.peerOps.bulkDelete(rows.map((row) => [row.dev, row.n]));
    await db.peerBatches.bulkDelete(batches.map((row) => [row.dev, row.n]));
    dropped.push(...rows);
  }
  await db.localMeta.put({ key: FLOORS, value: floors });
  return refsOf(dropped);
}

/**
 * The stream begins another life (a restored province), inside the caller's transaction: what an op claims to have seen counts as far as both lives are the
 * same, and what was taken may be lost. Gives the records to be shown anew.
 */
export async function rebasePeerOps(db: Office['db'], epoch: string): Promise<readonly RecordRef[]> {
  const rows = await db.peerOps.toArray();
  await db.peerOps.bulkPut(
    rows.map((row) => ({
      ...row,
      epoch,
      op: lowerClaim(row.op, sharedUpTo(epoch, row.epoch)),
    })),
  );
  await db.localMeta.delete(FLOORS);
  return refsOf(rows);
}

async function readFloors(db: Office['db']): Promise<Floors> {
  return ((await db.localMeta.get(FLOORS))?.value as Floors | undefined) ?? {};
}

function heldOf(db: Office['db'], dev: number): Promise<PeerOpRow[]> {
  return db.peerOps.where('[dev+n]').between([dev, Dexie.minKey], [dev, Dexie.maxKey]).toArray();
}

function batchesOf(db: Office['db'], dev: number): Promise<PeerBatchRow[]> {
  return db.peerBatches.where('[dev+n]').between([dev, Dexie.minKey], [dev, Dexie.maxKey]).toArray();
}

function refsOf(rows: readonly RecordRef[]): readonly RecordRef[] {
  return [...new Map(rows.map(({ type, id }) => [recordKey(type, id), { type, id }])).values()];
}
