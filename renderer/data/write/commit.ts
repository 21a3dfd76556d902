import { err, ok, type Result } from '#shared/base/result.ts';
import { LOCAL_STREAM } from '#shared/entities.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import { recordKey } from '#shared/sync/record.ts';
import type { Office } from '../office.ts';
import { composeOps, type Composed, type OpDraft, type Refusal } from './compose-ops.ts';
import { RecordReader } from './record-reader.ts';
import { recoverFromJournal } from './recover-from-journal.ts';
import { storeOps } from './store-ops.ts';
import { withdrawOps } from './withdraw-ops.ts';

/** What was saved: only after this may a screen say so. `previous`: values before, to undo with. */
export type Saved = {
  readonly id: string;
  readonly ops: readonly Op[];
  readonly previous: Readonly<Record<string, FieldValue>>;
};

/** Answer of every write. */
export type WriteResult<Extra = unknown> = Result<Saved & Extra, Refusal>;

/**
 * The one way data changes on this PC: check rule → journal (fsync) and one strict transaction with rows, outbox and clock → search index.
 * `prepare` checks rules and says what is wanted; it runs alone, so what it reads still holds when its ops are written.
 */
export function commit(office: Office, prepare: (reader: RecordReader) => Promise<Result<readonly OpDraft[], Refusal>>): Promise<WriteResult> {
  return office.queue.run(async () => {
    if (office.behind && !(await recover(office))) return err({ code: 'journal-failed' });
    const reader = new RecordReader(office.db, office.stream);
    const drafts = await prepare(reader);
    if (!drafts.ok) return drafts;
    await reader.load(drafts.value);
    const { dev } = office.device;
    const composed = composeOps(drafts.value, { dev, by: office.actor, clock: office.clock, states: reader.known(), gens: reader.gens() });
    if (!composed.ok) return composed;
    const first = drafts.value[0];
    if (first === undefined || composed.value.ops.length === 0) return ok({ id: first?.id ?? '', ops: [], previous: {} });
    const failure = await journalAndStore(office, composed.value, reader);
    if (failure !== undefined) return err(failure);
    office.onWritten();
    return ok({ id: first.id, ops: composed.value.ops, previous: composed.value.previous.get(recordKey(first.type, first.id)) ?? {} });
  });
}

/**
 * Journal and store wait for the disk at the same time; the screen says saved when both have answered. A crash between them is mended at the
 * next start from whichever has the ops (docs/adr/0009). Ops that never leave the PC are not kept in the outbox: they go to the journal first.
 */
async function journalAndStore(office: Office, composed: Composed, reader: RecordReader): Promise<Refusal | undefined> {
  const mustWait = composed.ops.some(({ stream }) => stream === LOCAL_STREAM);
  const journal = office.ports.journal.append(composed.ops);
  const stored = (async () => {
    if (mustWait && !(await journal).ok) return 'not-tried';
    return storeOps(office, composed).catch(() => 'failed' as const);
  })();
  const [journalled, changes] = await Promise.all([journal, stored]);
  if (!journalled.ok) {
    office.behind = true;
    if (typeof changes !== 'string') await withdrawOps(office, composed, reader.known()).catch(() => undefined);
    return { code: journalled.error.code };
  }
  if (typeof changes === 'string') {
    office.behind = true;
    return (await recover(office)) ? undefined : { code: 'store-failed' };
  }
  office.clock.advance(composed.clock);
  office.search.changed(changes);
  return undefined;
}

async function recover(office: Office): Promise<boolean> {
  return recoverFromJournal(office).catch(() => false);
}
