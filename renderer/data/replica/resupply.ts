import { sharedUpTo } from '#shared/sync/epoch.ts';
import { recordKey } from '#shared/sync/record.ts';
import type { Op, Outcome } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import type { OutboxRow } from '../rows.ts';
import { emptyCookie } from './apply-answer.ts';
import { listOutbox, waitingRow } from './outbox.ts';
import { readStates, writeRows, type RecordRef } from './record-state.ts';
import { forgetLateWord, toWaiting } from './start-anew.ts';

const GONE = 'journal-gone';

/**
 * Compares the last counter the server has taken (`acked`) with this PC's first unsent one. A server restored from a backup is behind: what it
 * lost is put back into the outbox from the journal. It claims to have seen what both lives of its stream hold. What the journal no longer has is
 * noted as gone. Returns whether there is something to send again.
 */
export function sendAgainAfter(office: Office, acked: number): Promise<boolean> {
  return office.queue.run(async () => {
    const { db, clock } = office;
    if (acked >= clock.state.n) return false;
    const [first] = await listOutbox(db, 'waiting', 1);
    const unsent = first?.n ?? clock.state.n + 1;
    if (acked + 1 >= unsent || (await readGone(db)) === unsent - 1) return false;
    const lost = await readJournalAfter(office, acked);
    if (lost === undefined) return false;
    const begins = lost[0]?.n ?? clock.state.n + 1;
    if (begins > acked + 1) await db.localMeta.put({ key: GONE, value: begins - 1 });
    await putBack(office, lost);
    return true;
  });
}

/** Counter up to which the journal no longer holds ops that the server has lost; undefined when it holds all. */
export async function readGone(db: Office['db']): Promise<number | undefined> {
  return (await db.localMeta.get(GONE))?.value as number | undefined;
}

/**
 * Own ops that the server had taken in an earlier life of its stream, that a colleague's PC brought it in this one, and that it now refuses: with what the
 * journal has of them they lie with the refused ones again. `late`: outcomes told unasked. Undefined when the journal cannot be read now.
 */
export async function findRefusedAnew(
  { db, ports }: Office,
  late: readonly Outcome[],
): Promise<readonly Op[] | undefined> {
  const noted = ((await db.localMeta.get('late-seen'))?.value as number[] | undefined) ?? [];
  const refused = late.filter(({ n, kind }) => kind === 'rejected' && !noted.includes(n)).map(({ n }) => n);
  const held = await db.outbox.bulkGet(refused);
  const found: Op[] = [];
  for (const n of refused.filter((_, i) => held[i] === undefined)) {
    const read = await ports.journal.readSince(n - 1, 'shared');
    if (!read.ok) return undefined;
    found.push(...read.value.filter((op) => op.n === n));
  }
  return found;
}

async function readJournalAfter(office: Office, n: number): Promise<readonly Op[] | undefined> {
  const ops: Op[] = [];
  for (let after = n; ; after = ops.at(-1)?.n ?? after) {
    const read = await office.ports.journal.readSince(after, 'shared');
    if (!read.ok) return undefined;
    if (read.value.length === 0) return ops;
    ops.push(...read.value);
  }
}

async function putBack({ db, search, copies }: Office, ops: readonly Op[]): Promise<void> {
  for (const { type, id } of ops) copies.noteOwnOp(type, id);
  const changes = await db.transaction('rw', db.tables, async () => {
    const shared = await sharedByStream(db);
    const held = await db.outbox.bulkGet(ops.map(({ n }) => n));
    const rows = ops.flatMap((op, i): OutboxRow[] =>
      held[i]?.kind === 'waiting' ? [] : [toWaiting(held[i] ?? waitingRow(op), shared.get(op.stream) ?? 0)],
    );
    await db.outbox.bulkPut(rows);
    await forgetLateWord(db, rows);
    const refs = new Map<string, RecordRef>(rows.map(({ type, id }) => [recordKey(type, id), { type, id }]));
    return (await writeRows(db, await readStates(db, [...refs.values()]))).changes;
  });
  search.changed(changes);
}

/** Up to where ops of earlier lives can have seen what the present one holds: known where there was one life before, and no more. */
async function sharedByStream(db: Office['db']): Promise<Map<string, number>> {
  const cookies = (await db.cookies.toArray()).map((cookie) => ({ ...emptyCookie(cookie.stream), ...cookie }));
  return new Map(
    cookies.map(({ stream, epoch, lives }) => {
      const before = [...new Set(Object.values(lives))].filter((life) => life !== epoch);
      return [stream, before.length === 1 ? sharedUpTo(epoch, before[0] ?? '') : 0];
    }),
  );
}
