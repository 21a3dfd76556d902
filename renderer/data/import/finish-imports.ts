import type { Office } from '../office.ts';
import { continueImport } from './write-import.ts';
import { finishUndo, listBegunUndos } from './undo-import.ts';

const active = new Set<string>();

/** Whether an import is being written, or taken back, in this window just now. */
export function isInWork(batchId: string): boolean {
  return active.has(batchId);
}

/** Whether any import is being written, or taken back, in this window just now: the exchange with the province waits for it. */
export function isAnyInWork(): boolean {
  return active.size > 0;
}

/** Notes that an import is being written while `work` runs. */
export async function whileInWork<T>(batchId: string, work: () => Promise<T>): Promise<T> {
  active.add(batchId);
  try {
    return await work();
  } finally {
    active.delete(batchId);
  }
}

/**
 * After a start: changes of imports that count already are written to their end, undos that were begun are finished. An import that does not count yet is
 * left for a person to go on with or take back.
 */
export async function finishImports(office: Office): Promise<void> {
  for (const batchId of await listKeptPlans(office)) {
    if (isInWork(batchId)) continue;
    const batch = await office.db.importBatches.get(batchId);
    if (batch?.state === 'done') await whileInWork(batchId, () => continueImport(office, batchId));
  }
  for (const batchId of await listBegunUndos(office))
    if (!isInWork(batchId)) await whileInWork(batchId, () => finishUndo(office, batchId));
}

async function listKeptPlans({ db }: Office): Promise<readonly string[]> {
  const keys = await db.localDrafts.where('key').startsWith('import:').primaryKeys();
  return keys.flatMap((key) => (key.endsWith(':head') ? [key.slice('import:'.length, -':head'.length)] : []));
}
