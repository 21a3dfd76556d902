import { create } from 'zustand';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { ReconcileFrame, ReportGroup, ReportLine } from '#shared/domain/reconcile/reconcile.ts';
import { whileInWork } from '#renderer/data/import/finish-imports.ts';
import type { ImportPlan, ImportStep } from '#renderer/data/import/import-plan.ts';
import { keepChosen, readChosen } from '#renderer/data/import/kept-work.ts';
import { writeImport, type ImportProgress } from '#renderer/data/import/write-import.ts';
import type { Office } from '#renderer/data/office.ts';
import { readReconcileFrame } from '#renderer/data/reconcile/reconcile-notes.ts';
import { nationalWork as work } from '../work/import-work.ts';

/** Which lines are looked at: those of a group that are open, those that wait for a second person, those somebody decided to keep. */
export type ReportFilter = ReportGroup | 'proposed' | 'kept';

type ReportState = {
  /** Undefined until the first comparison of the file is there. */
  readonly lines: readonly ReportLine[] | undefined;
  readonly scope: ReconcileFrame['scope'];
  readonly chosen: ReadonlySet<string>;
  readonly progress: ImportProgress | null;
  readonly code: ErrorCode | null;
};

const nothing: ReportState = { lines: undefined, scope: 'office', chosen: new Set(), progress: null, code: null };

/** The comparison on the screen. */
export const useReport = create<ReportState>()(() => nothing);

/** What was written: records made, records changed, proposals put forward. */
export type TakenOver = { readonly made: number; readonly changed: number; readonly proposed: number };

/** Compares the checked file with what the office and its earlier decisions say now. */
export async function loadReport(office: Office): Promise<void> {
  const { scope, lines: before } = useReport.getState();
  const frame = await readReconcileFrame(office, scope);
  const lines = await work.client.ask('report', frame).catch(() => undefined);
  if (lines === undefined) useReport.setState({ code: 'unexpected' });
  else {
    const chosen = before === undefined ? await readChosen(office) : [...useReport.getState().chosen];
    const open = new Set(lines.flatMap((line) => (canTake(line) ? [line.key] : [])));
    useReport.setState({ lines, chosen: new Set(chosen.filter((key) => open.has(key))), code: null });
  }
}

/** The comparison of another file begins. */
export function forgetReport(): void {
  useReport.setState(nothing);
}

/** Whether theirs can be taken over from the report. */
export function canTake({ way, status }: ReportLine): boolean {
  return status === 'open' && (way === 'write' || way === 'propose' || way === 'make');
}

export function isShown(line: ReportLine, filter: ReportFilter): boolean {
  return line.status === 'open' ? line.group === filter : line.status === filter;
}

/** Chooses lines to be taken over, or thinks better of it; kept on the PC beyond a lock. */
export function choose(office: Office, keys: readonly string[], isChosen: boolean): void {
  const chosen = new Set(useReport.getState().chosen);
  for (const key of keys) {
    if (isChosen) chosen.add(key);
    else chosen.delete(key);
  }
  useReport.setState({ chosen });
  void keepChosen(office, [...chosen]).catch(() => undefined);
}

/** Takes the chosen lines over, as one import that can be taken back. Compares once more before: what is no longer open is not written. */
export async function takeOver(office: Office): Promise<TakenOver | undefined> {
  useReport.setState({ progress: { done: 0, total: 1 }, code: null });
  try {
    await work.refresh(office);
    await loadReport(office);
    const { chosen, lines = [] } = useReport.getState();
    const planned = await work.client.ask('plan-taking-over', [...chosen]).catch(() => []);
    const steps = planned as unknown as readonly ImportStep[];
    const batchId = office.ports.newId();
    const { fileName, hash } = work.state;
    const facts: ImportPlan['facts'] = {
      ...{ kind: 'national', fileName: fileName.slice(0, 200), fileHash: hash, startedBy: office.actor },
      ...{ startedAt: new Date(office.nowMs()).toISOString(), rows: lines.length },
    };
    const onProgress = (progress: ImportProgress): void => useReport.setState({ progress });
    const written = await whileInWork(batchId, () => writeImport(office, { batchId, facts, steps }, { onProgress }));
    if (!written.ok) {
      useReport.setState({ code: written.error.code });
      return undefined;
    }
    choose(office, [...chosen], false);
    await work.refresh(office);
    await loadReport(office);
    return countSteps(steps);
  } finally {
    useReport.setState({ progress: null });
  }
}

function countSteps(steps: readonly ImportStep[]): TakenOver {
  const changes = steps.flatMap((step) => (step.kind === 'change' ? [step] : []));
  return {
    made: steps.filter((step) => step.kind === 'make' && step.type === 'member').length,
    changed: changes.filter(({ to }) => Object.keys(to).length > 0).length,
    proposed: changes.reduce((sum, { proposals }) => sum + proposals.length, 0),
  };
}
