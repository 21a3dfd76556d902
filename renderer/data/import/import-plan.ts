import type { ImportBatchFields } from '#shared/domain/import/import-batch-record.ts';
import type { ImportProposal } from '#shared/domain/import/import-line-record.ts';
import type { FieldValue } from '#shared/sync/op.ts';
import type { Office } from '../office.ts';

type Values = Readonly<Record<string, FieldValue>>;

/** One record an import makes, or one member's record it changes. Ids are given beforehand: writing a step twice changes nothing. */
export type ImportStep =
  | { readonly kind: 'make'; readonly type: 'member' | 'unit'; readonly id: string; readonly fields: Values }
  | {
      readonly kind: 'change';
      readonly lineId: string;
      readonly memberId: string;
      readonly row: number;
      readonly was: Values;
      readonly to: Values;
      readonly proposals: readonly ImportProposal[];
    };

/** What an import is: facts of its batch, and its steps. Units are made before the members they hold. */
export type ImportPlan = {
  readonly batchId: string;
  readonly facts: Pick<ImportBatchFields, 'kind' | 'fileName' | 'fileHash' | 'startedBy' | 'startedAt' | 'rows'>;
  readonly steps: readonly ImportStep[];
};

/** A kept plan without its steps. */
export type PlanHead = Omit<ImportPlan, 'steps'> & {
  readonly pieces: number;
  /** Steps in all; those that make or change a member's record. */
  readonly total: number;
  readonly made: number;
  readonly changed: number;
};

/** One piece is one write: all of it in the journal, or none. */
const STEPS_A_PIECE = 500;
/** Pieces kept in one transaction: each waits for the disk. */
const PIECES_AT_ONCE = 10;

/** Keeps a plan on this PC before anything of it is written, so that it can be finished after a crash. The head comes last: without it there is no plan. */
export async function keepPlan(
  office: Office,
  { batchId, facts, steps }: ImportPlan,
  stepsAPiece = STEPS_A_PIECE,
): Promise<PlanHead> {
  const pieces = Math.ceil(steps.length / stepsAPiece);
  const savedAtMs = office.nowMs();
  for (let from = 0; from < pieces; from += PIECES_AT_ONCE) {
    const group = Array.from({ length: Math.min(PIECES_AT_ONCE, pieces - from) }, (_, at) => from + at);
    await office.db.localDrafts.bulkPut(
      group.map((piece) => ({
        key: pieceKey(batchId, piece),
        value: steps.slice(piece * stepsAPiece, (piece + 1) * stepsAPiece),
        savedAtMs,
      })),
    );
  }
  const made = steps.filter((step) => step.kind === 'make' && step.type === 'member').length;
  const changed = steps.filter(({ kind }) => kind === 'change').length;
  const head = { batchId, facts, pieces, total: steps.length, made, changed };
  await office.db.localDrafts.put({ key: headKey(batchId), value: head, savedAtMs });
  return head;
}

/** The head of a kept plan; undefined on PCs that have none. */
export async function findPlan({ db }: Office, batchId: string): Promise<PlanHead | undefined> {
  return (await db.localDrafts.get(headKey(batchId)))?.value as PlanHead | undefined;
}

/** Steps of a plan that is at hand, piece by piece. */
export function pieceOf({ steps }: ImportPlan, piece: number): readonly ImportStep[] {
  return steps.slice(piece * STEPS_A_PIECE, (piece + 1) * STEPS_A_PIECE);
}

/** Steps of a kept plan, piece by piece. */
export async function readPiece({ db }: Office, batchId: string, piece: number): Promise<readonly ImportStep[]> {
  return ((await db.localDrafts.get(pieceKey(batchId, piece)))?.value as readonly ImportStep[] | undefined) ?? [];
}

/** Forgets a plan that was carried out or given up. */
export async function forgetPlan({ db }: Office, batchId: string): Promise<void> {
  await db.localDrafts.where('key').between(`import:${batchId}:`, `import:${batchId}:\uffff`).delete();
}

function headKey(batchId: string): string {
  return `import:${batchId}:head`;
}

function pieceKey(batchId: string, piece: number): string {
  return `import:${batchId}:${String(piece).padStart(6, '0')}`;
}
