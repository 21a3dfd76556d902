import { MAX_OPS_PER_BATCH, type Op } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import { listOutbox, nextOpsToSend } from './outbox.ts';

/** Most bytes of changes in one batch, before compression. */
const MAX_BATCH_BYTES = 192 * 1024;

/**
 * The own unsent ops that colleagues may be given, from the first on: with the life of the commune's stream they belong to. Empty where there are none.
 * What is being brought back after a restore is each PC's own affair (`CarriedBatch`): nothing from there on is given.
 */
export async function listOwnForCarrying({
  db,
  stream,
}: Office): Promise<{ readonly epoch: string; readonly ops: readonly Op[] }> {
  const [cookie, waiting] = await Promise.all([
    db.cookies.get(stream),
    nextOpsToSend(db, MAX_OPS_PER_BATCH, MAX_BATCH_BYTES),
  ]);
  const lost = waiting.findIndex(({ t }) => t === 'sup');
  return { epoch: cookie?.epoch ?? '', ops: lost === -1 ? waiting : waiting.slice(0, lost) };
}

/** Counters that go into one batch of many, so that only the last one is signed anew when there is more. */
const STRIDE = 100;

/** All of them in stretches without a gap, each within a hundred of counters: for colleagues' PCs, which get them again and again. */
export async function listOwnStretches({
  db,
  stream,
}: Office): Promise<{ readonly epoch: string; readonly stretches: readonly (readonly Op[])[] }> {
  const [cookie, waiting] = await Promise.all([db.cookies.get(stream), listOutbox(db, 'waiting')]);
  const stretches: Op[][] = [];
  for (const { op } of waiting) {
    if (op.t === 'sup') break;
    const last = stretches.at(-1);
    const before = last?.at(-1)?.n ?? 0;
    if (last !== undefined && op.n === before + 1 && op.n % STRIDE !== 0) last.push(op);
    else stretches.push([op]);
  }
  return { epoch: cookie?.epoch ?? '', stretches };
}
