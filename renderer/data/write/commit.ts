import { Dexie } from 'dexie';
import { err, ok, type Result } from '#shared/base/result.ts';
import { LOCAL_STREAM } from '#shared/entities.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import { recordKey } from '#shared/sync/record.ts';
import type { Office } from '../office.ts';
import type { RowChange } from '../rows.ts';
import { DamagedRowError } from '../encryption/damaged-row-error.ts';
import { findActor, refuseActor } from './actor-rights.ts';
import { composeOps, type Composed, type OpDraft, type Refusal } from './compose-ops.ts';
import { refuseMemberWrite } from './member-guard.ts';
import { RecordReader } from './record-reader.ts';
import { recoverFromJournal } from './recover-from-journal.ts';
import { storeOps, writeOps } from './store-ops.ts';
import { withdrawOps } from './withdraw-ops.ts';

/** What was saved: only after this may a screen say so. `previous`: values before, to undo with. */
export type Saved = {
  readonly id: string;
  readonly ops: readonly Op[];
  readonly previous: Readonly<Record<string, FieldValue>>;
};

/** Answer of every write. */
export type WriteResult<Extra = unknown> = Result<Saved & Extra, Refusal>;

/** Says what is wanted, after checking the rules. Reads through the store only: it runs inside the transaction of the write. */
export type Prepare = (reader: RecordReader) => Promise<Result<readonly OpDraft[], Refusal>>;

/**
 * The one way data changes on this PC: check rule and right → journal (fsync) and one transaction with rows, outbox and clock → search index.
 * `prepare` runs alone and in that transaction, so what it reads still holds when its ops are written. `meanwhile`: what the caller can do while journal and
 * store write, such as making its next write ready; it touches neither.
 */
export function commit(office: Office, prepare: Prepare, meanwhile?: () => void): Promise<WriteResult> {
  return office.queue.run(async () => {
    // A full disk makes Chromium throw the whole store away and call later writes done: below the mark nothing is touched (safety.md).
    if (office.disk.getState().level === 'read-only') return err({ code: 'disk-read-only' });
    if (office.behind && !(await recover(office))) return err({ code: 'journal-failed' });
    const attempt: Attempt = { reader: new RecordReader(office) };
    // The function must be `async` itself: Dexie keeps its transaction through `await` only then.
    const stored = await office.db
      .transaction('rw', office.db.tables, async () => write(office, prepare, attempt, meanwhile))
      .catch(reportFailure);
    if (typeof stored === 'object' && !stored.ok) return stored;
    const { composed, journal } = attempt;
    if (composed === undefined) return err({ code: stored === 'damaged' ? 'store-damaged' : 'store-failed' });
    const first = composed.ops[0];
    if (first === undefined) return ok({ id: attempt.id ?? '', ops: [], previous: {} });
    const journalled = await (journal ?? office.ports.journal.append(composed.ops));
    const failure = journalled.ok
      ? await finish(office, composed, stored)
      : await withdraw(office, attempt, composed, stored, journalled.error);
    if (failure !== undefined) return err(failure);
    office.onWritten();
    return ok({
      id: first.id,
      ops: composed.ops,
      previous: composed.previous.get(recordKey(first.type, first.id)) ?? {},
    });
  });
}

/** What came of a write so far; kept outside the transaction, which may fail after the journal was asked. */
type Attempt = {
  readonly reader: RecordReader;
  id?: string;
  composed?: Composed;
  journal?: ReturnType<Office['ports']['journal']['append']>;
};

/** Changes in the store; undefined when nothing was written there yet; or why nothing may be. */
type Stored = Result<readonly RowChange[] | undefined, Refusal>;

/** Why the store took nothing. */
type Failure = 'failed' | 'damaged';

/**
 * Journal and store wait for the disk at the same time; the screen says saved when both have answered. A crash between them is mended at the
 * next start from whichever has the ops (docs/adr/0009). Ops that never leave the PC are not kept in the outbox: they go to the journal first.
 */
async function write(
  office: Office,
  prepare: Prepare,
  attempt: Attempt,
  meanwhile: (() => void) | undefined,
): Promise<Stored> {
  const { reader } = attempt;
  const [drafts, actor] = await Promise.all([prepare(reader), findActor(office)]);
  if (!drafts.ok) return drafts;
  await reader.load(drafts.value);
  const composed = composeOps(drafts.value, {
    dev: office.device.dev,
    by: office.actor,
    clock: office.clock,
    states: reader.known(),
    genOf: (stream) => reader.genOf(stream),
  });
  if (!composed.ok) return composed;
  const refusal =
    (await refuseActor(office, actor, composed.value.ops, reader.known())) ??
    (await refuseMemberWrite(office, composed.value.ops, reader.known(), composed.value.states));
  if (refusal !== undefined) return err(refusal);
  attempt.id = drafts.value[0]?.id ?? '';
  attempt.composed = composed.value;
  const { ops } = composed.value;
  if (ops.length === 0 || ops.some(({ stream }) => stream === LOCAL_STREAM)) return ok(undefined);
  attempt.journal = Dexie.ignoreTransaction(() => office.ports.journal.append(ops));
  const storing = writeOps(office, composed.value);
  meanwhile?.();
  return ok(await storing);
}

/** The journal has the ops: they count, whatever became of the store. */
async function finish(office: Office, composed: Composed, stored: Stored | Failure): Promise<Refusal | undefined> {
  const changes =
    typeof stored === 'object' && stored.ok
      ? (stored.value ?? (await storeOps(office, composed).catch(() => undefined)))
      : undefined;
  if (changes === undefined) {
    office.behind = true;
    return (await recover(office)) ? undefined : { code: 'store-failed' };
  }
  office.clock.advance(composed.clock);
  office.search.changed(changes);
  return undefined;
}

/** The journal refused: what the store has taken is taken out again. */
async function withdraw(
  office: Office,
  { reader }: Attempt,
  composed: Composed,
  stored: Stored | Failure,
  error: Refusal,
): Promise<Refusal> {
  office.behind = true;
  const wasStored = typeof stored === 'object' && stored.ok && stored.value !== undefined;
  if (wasStored) await withdrawOps(office, composed, reader.known()).catch(() => undefined);
  return { code: error.code };
}

/** Nothing was written: a full disk, a closing window, a row that cannot be read. The code goes to the screen, the cause to the console. */
function reportFailure(error: unknown): Failure {
  console.error('the store failed', error);
  return error instanceof DamagedRowError ? 'damaged' : 'failed';
}

async function recover(office: Office): Promise<boolean> {
  return recoverFromJournal(office).catch(() => false);
}
