import { err, ok, type Result } from '#shared/base/result.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import { recordKey } from '#shared/sync/record.ts';
import { readStates, type RecordRef, type RecordState } from '../replica/record-state.ts';
import type { Office } from '../office.ts';
import { composeOps, type Composed, type OpDraft, type Refusal } from './compose-ops.ts';
import { recoverFromJournal } from './recover-from-journal.ts';
import { storeOps } from './store-ops.ts';

/** What was saved: only after this may a screen say so. `previous`: values before, to undo with. */
export type Saved = {
  readonly id: string;
  readonly ops: readonly Op[];
  readonly previous: Readonly<Record<string, FieldValue>>;
};

/** Answer of every write. */
export type WriteResult<Extra = unknown> = Result<Saved & Extra, Refusal>;

/**
 * The one way data changes on this PC: check rule → journal (fsync) → one transaction with rows, outbox and clock → search index.
 * `prepare` checks rules and says what is wanted; it runs alone, so what it reads still holds when its ops are written.
 */
export function commit(office: Office, prepare: () => Promise<Result<readonly OpDraft[], Refusal>>): Promise<WriteResult> {
  return office.queue.run(async () => {
    if (office.behind && !(await recoverFromJournal(office))) return err({ code: 'journal-failed' });
    const drafts = await prepare();
    if (!drafts.ok) return drafts;
    const composed = composeOps(drafts.value, await contextOf(office, drafts.value));
    if (!composed.ok) return composed;
    const first = drafts.value[0];
    if (first === undefined || composed.value.ops.length === 0) return ok({ id: first?.id ?? '', ops: [], previous: {} });
    const failure = await journalAndStore(office, composed.value);
    if (failure !== undefined) return err(failure);
    office.onWritten();
    return ok({ id: first.id, ops: composed.value.ops, previous: composed.value.previous.get(recordKey(first.type, first.id)) ?? {} });
  });
}

async function contextOf(office: Office, drafts: readonly OpDraft[]): Promise<Parameters<typeof composeOps>[1]> {
  const { db } = office;
  const refs = new Map<string, RecordRef>(drafts.map(({ type, id }) => [recordKey(type, id), { type, id }]));
  const streams = [...new Set(drafts.map(({ stream }) => stream))];
  const [states, cookies] = await db.transaction('r', db.shadows, db.outbox, db.cookies, () =>
    Promise.all([readStates(db, [...refs.values()]), db.cookies.bulkGet(streams)]),
  );
  const known = states.filter(isKnown).map((state) => [recordKey(state.type, state.id), state] as const);
  const gens = cookies.flatMap((cookie) => (cookie === undefined ? [] : [[cookie.stream, cookie.gen] as const]));
  return { dev: office.device.dev, by: office.actor, clock: office.clock, states: new Map(known), gens: new Map(gens) };
}

function isKnown({ shadow, own }: RecordState): boolean {
  return shadow !== undefined || own.length > 0;
}

/** After the journal answered, its counters are used up even if the store fails: the ops are taken over from the journal later. */
async function journalAndStore(office: Office, composed: Composed): Promise<Refusal | undefined> {
  const journalled = await office.ports.journal.append(composed.ops);
  if (!journalled.ok) {
    office.behind = true;
    return { code: journalled.error.code };
  }
  try {
    const changes = await storeOps(office, composed);
    office.clock.advance(composed.clock);
    office.search.changed(changes);
    return undefined;
  } catch {
    office.behind = true;
    const isLevel = await recoverFromJournal(office).catch(() => false);
    return isLevel ? undefined : { code: 'store-failed' };
  }
}
