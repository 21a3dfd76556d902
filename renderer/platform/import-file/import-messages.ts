import type { ErrorCode } from '#shared/base/errors.ts';
import type { Result } from '#shared/base/result.ts';
import type { CheckContext } from '#shared/domain/import/check-import.ts';
import type { HeaderRows } from '#shared/domain/import/find-header.ts';
import type { Sample } from '#shared/domain/import/import-questions.ts';
import type { ImportSettings } from '#shared/domain/import/import-settings.ts';
import type { PlannedStep } from '#shared/domain/import/plan-rows.ts';
import type { ReconcileFrame, ReportLine } from '#shared/domain/reconcile/reconcile.ts';
import type { CheckSummary, FileLook, RowFilter, RowsPage, SheetLook } from '#renderer/data/import/import-session.ts';

type Failure = { readonly code: ErrorCode };

/** A file as the worker opened it, with its SHA-256. */
export type OpenedFile = FileLook & { readonly hash: string };

/** What is asked of the worker, and what each question is answered with. */
export type ImportCalls = {
  readonly open: {
    readonly ask: { readonly bytes: Uint8Array; readonly name: string };
    readonly answer: Result<OpenedFile, Failure>;
  };
  readonly choose: {
    readonly ask: { readonly sheet: number; readonly unitNames: readonly string[]; readonly header?: HeaderRows };
    readonly answer: Result<SheetLook, Failure>;
  };
  readonly know: { readonly ask: Omit<CheckContext, 'is1904'>; readonly answer: null };
  readonly check: { readonly ask: ImportSettings; readonly answer: CheckSummary | null };
  readonly rows: {
    readonly ask: { readonly filter: RowFilter; readonly from: number; readonly count: number };
    readonly answer: RowsPage;
  };
  readonly converted: {
    readonly ask: { readonly settings: ImportSettings; readonly column: number; readonly by: 'font' | 'tcvn3' | 'vni' };
    readonly answer: readonly (Sample & { readonly stays: boolean })[];
  };
  readonly plan: { readonly ask: null; readonly answer: readonly PlannedStep[] };
  readonly report: { readonly ask: ReconcileFrame; readonly answer: readonly ReportLine[] };
  readonly 'plan-taking-over': { readonly ask: readonly string[]; readonly answer: readonly PlannedStep[] };
};

export type ImportCall = keyof ImportCalls;

/** To the worker. */
export type ToImport = {
  readonly [K in ImportCall]: { readonly id: number; readonly kind: K; readonly ask: ImportCalls[K]['ask'] };
}[ImportCall];

/** From the worker. */
export type FromImport = { readonly id: number; readonly answer: unknown };
