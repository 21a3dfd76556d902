import { Dexie } from 'dexie';
import { followMoves, shiftRecord, type StreamMove } from '#shared/sync/moved-stream.ts';
import { sharedUpTo } from '#shared/sync/epoch.ts';
import type { Op } from '#shared/sync/op.ts';
import { tableOfEntity, type OfficeDatabase } from '../database.ts';
import type { CookieRow, MetaRow, OutboxRow, PeerOpRow, ShadowRow, StoredRow } from '../rows.ts';
import type { EntityType } from '#shared/entities.ts';
import { shadowsOf } from './start-anew.ts';
import { fromStamp, toStamp } from './view-stamp.ts';

/** Rows taken at once. */
const AT_ONCE = 500;

/**
 * The copy follows its stream into the one its commune was merged into (docs/adr/0038): whatever this PC holds under the old name it holds under the new one
 * afterwards, with its sequences moved, in one transaction. What is moved already stays, so that a crash anywhere, a store rebuilt from an older backup, and a second
 * time are all the same. Gives whether anything was moved.
 */
export async function moveCopy(db: OfficeDatabase, moves: readonly StreamMove[]): Promise<boolean> {
  let hasMoved = false;
  for (const move of moves) if (await isHeld(db, move.from)) hasMoved = await moveStream(db, move);
  return hasMoved;
}

async function isHeld(db: OfficeDatabase, stream: string): Promise<boolean> {
  if ((await db.cookies.get(stream)) !== undefined) return true;
  if ((await shadowsOf(db.shadows, stream).limit(1).count()) > 0) return true;
  if ((await db.peerOps.toArray()).some(({ op }) => op.stream === stream)) return true;
  return (
    (await db.outbox
      .filter(({ op }) => op.stream === stream)
      .limit(1)
      .count()) > 0
  );
}

async function moveStream(db: OfficeDatabase, move: StreamMove): Promise<boolean> {
  await db.transaction('rw', db.tables, async () => {
    const cookie = await db.cookies.get(move.from);
    const isSameLife = cookie === undefined || cookie.epoch === '' || cookie.epoch === move.life;
    const held = cookie?.epoch ?? move.life;
    await moveCookie(db, move, cookie, isSameLife);
    await moveShadows(db, move, isSameLife);
    await moveOutbox(db, move, held);
    await movePeerOps(db, move);
    await moveNotes(db, move);
    for (const table of Object.values(tableOfEntity)) await moveRows(db.table(table), move, isSameLife);
  });
  return true;
}

/**
 * Where the copy stands in the new stream: it holds nothing of the other office yet, and of its own what was complete, which need not be fetched again. A copy
 * of another life than the one that was moved cannot be told where it lies: it begins anew.
 */
async function moveCookie(
  db: OfficeDatabase,
  { from, to, by, life, toLife }: StreamMove,
  cookie: CookieRow | undefined,
  isSameLife: boolean,
): Promise<void> {
  await db.cookies.delete(from);
  if (cookie === undefined || (await db.cookies.get(to)) !== undefined) return;
  const gen = isSameLife ? cookie.gen : cookie.gen + 1;
  const anew = cookie.anew || !isSameLife;
  const mayPass = isSameLife && !cookie.anew && cookie.load === undefined && cookie.epoch === life && cookie.base > 0;
  await db.cookies.put({
    ...{ stream: to, epoch: toLife, base: 0, after: 0, gen, anew },
    lives: { ...cookie.lives, [gen]: toLife },
    ...(mayPass && { held: { from: by, to: by + cookie.base } }),
  });
}

async function moveShadows(db: OfficeDatabase, { from, to, by }: StreamMove, isSameLife: boolean): Promise<void> {
  for (;;) {
    const rows: ShadowRow[] = await shadowsOf(db.shadows, from).limit(AT_ONCE).toArray();
    if (rows.length === 0) return;
    await db.shadows.bulkPut(rows.map((row) => ({ ...(isSameLife ? shiftRecord(row, by) : row), stream: to })));
  }
}

async function moveOutbox(db: OfficeDatabase, move: StreamMove, held: string): Promise<void> {
  const rows = await db.outbox.filter(({ op }) => op.stream === move.from).toArray();
  await db.outbox.bulkPut(
    rows.map((row): OutboxRow => {
      const { op } = followMoves(row.op, held, [move]);
      const { state } = row;
      return { ...row, op, state: state.kind === 'acknowledged' ? { ...state, seq: state.seq + move.by } : state };
    }),
  );
}

async function movePeerOps(db: OfficeDatabase, move: StreamMove): Promise<void> {
  const rows = (await db.peerOps.toArray()).filter(({ op }) => op.stream === move.from);
  await db.peerOps.bulkPut(
    rows.map((row): PeerOpRow => ({ ...row, op: followMoves(row.op, row.epoch, [move]).op, epoch: move.toLife })),
  );
}

/** What was noted to be brought back, and which life was said to be whole. */
async function moveNotes(db: OfficeDatabase, { from, to, by, life, toLife }: StreamMove): Promise<void> {
  const lost = await db.localMeta.where('key').startsWith(`lost:${from}:`).toArray();
  await db.localMeta.bulkPut(
    lost.map(({ key, value }): MetaRow => {
      const note = value as { readonly epoch: string; readonly part: { readonly base: number } };
      const shared = note.epoch === life ? note.part.base : Math.min(note.part.base, sharedUpTo(life, note.epoch));
      const base = shared === 0 ? 0 : shared + by;
      return {
        key: `lost:${to}:${key.slice(`lost:${from}:`.length)}`,
        value: { ...note, stream: to, epoch: toLife, part: { ...note.part, base } },
      };
    }),
  );
  await db.localMeta.bulkDelete([...lost.map(({ key }) => key), `checked:${from}`, `whole:${from}`]);
}

type Rows = ReturnType<OfficeDatabase['table']>;

/** What people see: rows of the old stream, by the keys of their table. */
async function moveRows(table: Rows, { from, to, by }: StreamMove, isSameLife: boolean): Promise<void> {
  for (let after: string | typeof Dexie.minKey = Dexie.minKey; ;) {
    const rows = (await table.where(':id').above(after).limit(AT_ONCE).toArray()) as StoredRow<EntityType>[];
    const last = rows.at(-1);
    if (last === undefined) return;
    const own = rows.filter(({ stream }) => stream === from);
    await table.bulkPut(own.map((row) => ({ ...row, stream: to, seq: isSameLife ? moveStamp(row.seq, by) : row.seq })));
    after = last.id;
  }
}

/** A row without a record of the server below it has seen nothing. */
function moveStamp(stamp: number, by: number): number {
  const { seq, order } = fromStamp(stamp);
  return toStamp(seq === 0 ? 0 : seq + by, order);
}

/** An op as it counts now: what the journal holds is as it was when it was written. */
export function toPresentOp(op: Op, moves: readonly StreamMove[]): Op {
  const [first] = moves;
  return first === undefined ? op : followMoves(op, moves.find(({ from }) => from === op.stream)?.life, moves).op;
}
