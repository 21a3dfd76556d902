import { must } from '#shared/base/must.ts';
import { recordKey } from '#shared/sync/record.ts';
import { LOCAL_STREAM } from '#shared/entities.ts';
import type { Op } from '#shared/sync/op.ts';
import { readStates } from '../replica/record-state.ts';
import type { Office } from '../office.ts';
import type { Lane } from '../office-ports.ts';
import { withOp } from './compose-ops.ts';
import { storeOps } from './store-ops.ts';

/** A commit has at most this many ops, all in the journal or none. */
const OPS_AT_ONCE = 500;

/**
 * Brings store and journal level: ops the store does not hold are taken from the journal (a crash between the two, a lost store),
 * unsent ops the journal does not hold are given to it (a crash the other way round). Returns whether they are level.
 */
export async function recoverFromJournal(office: Office): Promise<boolean> {
  const level =
    (await giveJournal(office)) && (await recoverLane(office, 'shared')) && (await recoverLane(office, 'local'));
  office.behind = !level;
  return level;
}

async function giveJournal({ db, clock, ports }: Office): Promise<boolean> {
  const since = Math.max(0, clock.state.n - OPS_AT_ONCE);
  const unsent = (await db.outbox.where('n').above(since).toArray()).filter(({ kind }) => kind === 'waiting');
  if (unsent.length === 0) return true;
  const read = await ports.journal.readSince(since, 'shared');
  if (!read.ok) return false;
  const last = read.value.at(-1)?.n ?? since;
  const lacking = unsent.filter(({ n }) => n > last).map(({ op }) => op);
  return lacking.length === 0 || (await ports.journal.append(lacking)).ok;
}

async function recoverLane(office: Office, lane: Lane): Promise<boolean> {
  for (;;) {
    const { n, localN } = office.clock.state;
    const read = await office.ports.journal.readSince(lane === 'local' ? localN : n, lane);
    if (!read.ok) return false;
    if (read.value.length === 0) return true;
    await takeOver(office, read.value);
  }
}

/** Puts journalled ops into the store as waiting to be sent; the server skips what it has. */
export async function takeOver(office: Office, ops: readonly Op[]): Promise<void> {
  const refs = new Map(ops.map((op) => [recordKey(op.type, op.id), { type: op.type, id: op.id }]));
  const states = new Map(
    (await readStates(office.db, [...refs.values()])).map((state) => [recordKey(state.type, state.id), state]),
  );
  for (const op of ops) {
    const key = recordKey(op.type, op.id);
    if (states.get(key)?.own.some(({ n }) => n === op.n) === true) continue;
    states.set(key, withOp(must(states.get(key), 'states of all ops were read'), op));
  }
  const start = office.clock.state;
  const clock = ops.reduce(
    (at, op) => ({
      h: Math.max(at.h, op.h),
      n: op.stream === LOCAL_STREAM ? at.n : Math.max(at.n, op.n),
      localN: op.stream === LOCAL_STREAM ? Math.max(at.localN, op.n) : at.localN,
    }),
    start,
  );
  const changes = await storeOps(office, { ops, states, history: [], clock });
  office.clock.advance(clock);
  office.search.changed(changes);
}
