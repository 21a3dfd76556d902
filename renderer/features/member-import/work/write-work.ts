import { whileInWork } from '#renderer/data/import/finish-imports.ts';
import type { ImportPlan, ImportStep } from '#renderer/data/import/import-plan.ts';
import { continueImport, writeImport } from '#renderer/data/import/write-import.ts';
import { forgetWork } from '#renderer/data/import/kept-work.ts';
import type { Office } from '#renderer/data/office.ts';
import { membersWork as work } from './import-work.ts';

let stopper = new AbortController();

/** Writes the checked list as a whole. Members who came since the check are looked at first: when they change anything, nothing is written. */
export async function writeWork(office: Office): Promise<'written' | 'stopped' | 'changed' | 'failed'> {
  const { fileName, hash, summary } = work.state;
  work.set({ phase: 'writing', progress: null, code: null, isStopping: false });
  if (!(await work.checkAgain(office))) {
    work.set({ phase: 'check' });
    return 'changed';
  }
  const steps = (await work.client.ask('plan', null).catch(() => [])) as unknown as readonly ImportStep[];
  const batchId = office.ports.newId();
  const facts: ImportPlan['facts'] = {
    ...{ kind: 'members', fileName: fileName.slice(0, 200), fileHash: hash, startedBy: office.actor },
    ...{ startedAt: new Date(office.nowMs()).toISOString(), rows: summary?.rows ?? 0 },
  };
  work.set({ batchId });
  return carryOut(office, batchId, { batchId, facts, steps });
}

/** Goes on writing after an error. */
export function retryWork(office: Office): Promise<'written' | 'stopped' | 'failed'> {
  return carryOut(office, work.state.batchId ?? '');
}

/** Stops the writing: what was written of it is taken back. */
export function stopWork(): void {
  work.set({ isStopping: true });
  stopper.abort();
}

async function carryOut(office: Office, batchId: string, plan?: ImportPlan): Promise<'written' | 'stopped' | 'failed'> {
  stopper = new AbortController();
  const { signal } = stopper;
  work.set({ phase: 'writing', code: null, isStopping: false });
  const options = { signal, onProgress: (progress: { done: number; total: number }) => work.set({ progress }) };
  const ended = await whileInWork(batchId, () =>
    plan === undefined ? continueImport(office, batchId, options) : writeImport(office, plan, options),
  );
  if (!ended.ok) {
    work.set({ code: ended.error.code });
    return 'failed';
  }
  work.set({ phase: 'ended', end: ended.value });
  await forgetWork(office, 'members');
  return ended.value;
}
