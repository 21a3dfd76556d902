import type { ImportBatchRow } from '../rows.ts';
import { useLive, useSharedLive } from '../use-live.ts';
import { findPlan } from './import-plan.ts';
import { isInWork } from './finish-imports.ts';
import { findWork, type KeptWork, type WorkPurpose } from './kept-work.ts';

/** An import as it is listed. `hasPlan`: this PC can finish it; `waiting`: changes of it that are still to be written. */
export type ListedImport = {
  readonly batch: ImportBatchRow;
  readonly hasPlan: boolean;
  readonly isInWork: boolean;
  readonly waiting: number;
};

/** Imports and comparisons of the office, the newest first; undefined while loading. */
export function useImports(): readonly ListedImport[] | undefined {
  return useSharedLive('imports', async (office) => {
    const batches = (await office.db.importBatches.toArray()).filter(({ removed }) => !removed);
    const waiting = await office.db.importLines.where('flags').equals('open').toArray();
    const listed = await Promise.all(
      batches.map(async (batch) => ({
        batch,
        hasPlan: (await findPlan(office, batch.id)) !== undefined,
        isInWork: isInWork(batch.id),
        waiting: waiting.filter(({ batchId }) => batchId === batch.id).length,
      })),
    );
    return listed.sort((a, b) => (a.batch.startedAt < b.batch.startedAt ? 1 : -1));
  });
}

/** Imports begun on this PC that do not count yet and that nobody is writing: a person must go on with them or take them back. */
export function useBrokenImports(): readonly ListedImport[] {
  const imports = useImports();
  const device = useLive(({ device: { dev } }) => Promise.resolve(dev), []);
  return (imports ?? []).filter(
    ({ batch, hasPlan, isInWork: busy }) => batch.state === 'running' && !busy && (hasPlan || batch.device === device),
  );
}

/** The file in work that was kept for a purpose; null when there is none, undefined while loading. */
export function useKeptWork(purpose: WorkPurpose): KeptWork | null | undefined {
  return useLive(async (office) => (await findWork(office, purpose)) ?? null, [purpose]);
}
