import { must } from '#shared/base/must.ts';
import { recordKey } from '#shared/sync/record.ts';
import { LOCAL_STREAM } from '#shared/entities.ts';
import { REMOVED, type Op } from '#shared/sync/op.ts';
import type { TellProgress } from '../open/opening-progress.ts';
import { withState } from '../replica/outbox.ts';
import { readStates } from '../replica/record-state.ts';
import type { Office } from '../office.ts';
import type { JournalFacts, Lane } from '../office-ports.ts';
import type { OutboxRow, ShadowRow } from '../rows.ts';
import { withOp } from './compose-ops.ts';
import { storeOps } from './store-ops.ts';

/** A commit has at most this many ops, all in the journal or none. */
const OPS_AT_ONCE = 500;

/**
 * Of ops the province is known to have, the last so many are sent again all the same: the journal does not know which of them were refused,
 * and a repeat gets its outcome again.
 */
const ASKED_AGAIN = 256;

/**
 * Brings store and journal level: ops the store does not hold are taken from the journal (a crash between the two, a lost store),
 * unsent ops the journal does not hold are given to it (a crash the other way round). Returns whether they are level.
 */
export async function recoverFromJournal(office: Office, tell?: TellProgress): Promise<boolean> {
  const facts = await office.ports.journal.facts();
  const level = facts.ok && (await giveJournal(office)) && (await recoverLanes(office, facts.value, tell));
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

async function recoverLanes(office: Office, facts: JournalFacts, tell: TellProgress | undefined): Promise<boolean> {
  const { n, localN } = office.clock.state;
  const first = Math.max(n, facts.firstN - 1);
  const total = Math.max(0, facts.lastN - first) + Math.max(0, facts.lastLocalN - localN);
  let done = 0;
  const note = (count: number): void => {
    done += count;
    tell?.({ step: 'from-journal', done, total: Math.max(done, total) });
  };
  if (total > 0) note(0);
  return (
    (await recoverLane(office, 'shared', facts.acked, note)) && (await recoverLane(office, 'local', facts.acked, note))
  );
}

async function recoverLane(office: Office, lane: Lane, acked: number, note: (count: number) => void): Promise<boolean> {
  for (;;) {
    const { n, localN } = office.clock.state;
    const read = await office.ports.journal.readSince(lane === 'local' ? localN : n, lane);
    if (!read.ok) return false;
    if (read.value.length === 0) return true;
    for (let from = 0; from < read.value.length; from += OPS_AT_ONCE)
      await takeOver(office, read.value.slice(from, from + OPS_AT_ONCE), acked);
    note(read.value.length);
  }
}

/** Whether a record shows an op already: each of its values, or one that came after it. */
function isShown({ t, f, h }: Op, shadow: ShadowRow | undefined): boolean {
  const fields = t === 'del' ? [REMOVED] : Object.keys(f);
  return t === 'cmd' || fields.every((field) => (shadow?.f[field]?.h ?? 0) >= h);
}

/**
 * Puts journalled ops into the store: as waiting to be sent (the server skips what it has), or, up to the counter `acked`, as acknowledged:
 * then they lie on top until the first complete page of their stream has come. What a backup's records show already is passed over.
 */
export async function takeOver(office: Office, ops: readonly Op[], acked = 0): Promise<void> {
  const refs = new Map(ops.map((op) => [recordKey(op.type, op.id), { type: op.type, id: op.id }]));
  const states = new Map(
    (await readStates(office.db, [...refs.values()])).map((state) => [recordKey(state.type, state.id), state]),
  );
  const isAcked = (row: OutboxRow): boolean => row.kind === 'waiting' && row.n <= acked - ASKED_AGAIN;
  for (const op of ops) {
    const key = recordKey(op.type, op.id);
    const state = must(states.get(key), 'states of all ops were read');
    if (state.own.some(({ n }) => n === op.n)) continue;
    const isKnown = op.stream === LOCAL_STREAM || op.n <= acked;
    if (isKnown && isShown(op, state.shadow)) continue;
    const after = withOp(state, op);
    const own = after.own.map((row) => (isAcked(row) ? withState(row, { kind: 'acknowledged', seq: 1 }) : row));
    states.set(key, { ...after, own });
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
