import { err, ok, type Result } from '#shared/base/result.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';
import { keepWaiting } from '../replica/waiting-rows.ts';
import type { OpDraft, Refusal } from '../write/compose-ops.ts';
import { commitDrafts, commitGroups } from './commit-drafts.ts';
import {
  findPlan,
  forgetPlan,
  keepPlan,
  pieceOf,
  readPiece,
  type ImportPlan,
  type ImportStep,
  type PlanHead,
} from './import-plan.ts';
import { writeLines } from './write-lines.ts';
import { undoImport } from './undo-import.ts';

/** How far an import is; `total` steps. */
export type ImportProgress = { readonly done: number; readonly total: number };

type Options = { readonly onProgress?: (progress: ImportProgress) => void; readonly signal?: AbortSignal };

/** What became of an import: it counts, or it was stopped and nothing of it is left. */
export type ImportEnd = 'written' | 'stopped';

/** Carries out a plan: it is kept on this PC first, so that `continueImport` can finish it after a crash. */
export async function writeImport(
  office: Office,
  plan: ImportPlan,
  options: Options = {},
): Promise<Result<ImportEnd, Refusal>> {
  const head = await keepPlan(office, plan);
  const isNew = (await office.db.importBatches.get(plan.batchId)) === undefined;
  const run = (): Promise<Result<ImportEnd, Refusal>> =>
    carryOut(office, head, (piece) => Promise.resolve(pieceOf(plan, piece)), options);
  return isNew ? keepWaiting(office.db, plan.batchId, run) : run();
}

/**
 * Carries out what is left of a plan kept on this PC. Records and lines are written first, hidden; then the batch is said to be done, from which moment it
 * counts as a whole here and elsewhere; then records that were there before are changed by its lines. Each may be repeated. A stop before that moment takes
 * everything back.
 */
export async function continueImport(
  office: Office,
  batchId: string,
  options: Options = {},
): Promise<Result<ImportEnd, Refusal>> {
  const head = await findPlan(office, batchId);
  if (head === undefined) return err({ code: 'record-missing' });
  return carryOut(office, head, (piece) => readPiece(office, batchId, piece), options);
}

async function carryOut(
  office: Office,
  { batchId, facts, made, changed, pieces, total: steps }: PlanHead,
  read: (piece: number) => Promise<readonly ImportStep[]>,
  { onProgress, signal }: Options,
): Promise<Result<ImportEnd, Refusal>> {
  const total = steps + changed;
  let done = 0;
  const tell = (carriedOut: number): void => {
    done += carriedOut;
    onProgress?.({ done, total });
  };
  const batch = await office.db.importBatches.get(batchId);
  if (batch?.state === 'undone') return err({ code: 'record-missing' });
  if (batch?.state !== 'done') {
    const fields = { ...facts, device: office.device.dev, created: made, changed, undoneBy: null, undoneAt: null };
    const begun = await commitDrafts(office, [setBatch(office, batchId, { ...fields, state: 'running' })]);
    if (!begun.ok) return begun;
    tell(0);
    const written = await commitGroups(office, pieces, {
      read: async (piece) => (await read(piece)).map((step) => draftOf(office, batchId, step)),
      tell,
      isStopped: () => signal?.aborted === true,
    });
    if (!written.ok) return written;
    if (signal?.aborted === true) return stop(office, batchId);
    const whole = await commitDrafts(office, [setBatch(office, batchId, { state: 'done' })]);
    if (!whole.ok) return whole;
  }
  if (changed > 0) {
    const lines = await writeLines(office, batchId, tell);
    if (!lines.ok) return lines;
  }
  await forgetPlan(office, batchId);
  return ok('written');
}

async function stop(office: Office, batchId: string): Promise<Result<ImportEnd, Refusal>> {
  const undone = await undoImport(office, batchId);
  return undone.ok ? ok('stopped') : undone;
}

function setBatch({ stream }: Office, id: string, f: Readonly<Record<string, FieldValue>>): OpDraft {
  return { t: 'set', stream, type: 'importBatch', id, f };
}

function draftOf({ stream }: Office, batchId: string, step: ImportStep): OpDraft {
  if (step.kind === 'make')
    return { t: 'set', stream, type: step.type, id: step.id, f: { ...step.fields, importId: batchId } };
  const { lineId, memberId, row, was, to, proposals } = step;
  const f = { batchId, memberId, row, was, to, proposals, passed: [], state: 'waiting' };
  return { t: 'set', stream, type: 'importLine', id: lineId, f };
}
