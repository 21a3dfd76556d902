import type { ErrorCode } from '#shared/base/errors.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { openWorkbook, type Workbook } from './read-workbook.ts';
import type { Sheet } from './read-sheet-rows.ts';

/** To the worker: the file once, then the number of the sheet wanted. */
export type SheetQuestion =
  | { readonly kind: 'open'; readonly bytes: ArrayBuffer }
  | { readonly kind: 'sheet'; readonly at: number };

/** From the worker. */
export type SheetAnswer =
  | { readonly kind: 'opened'; readonly result: Result<readonly string[], { readonly code: ErrorCode }> }
  | { readonly kind: 'sheet'; readonly at: number; readonly result: Result<Sheet, { readonly code: ErrorCode }> };

/* Reads one Excel file beside the viewer, which ends it when it takes too long. */
let book: Workbook | undefined;

self.addEventListener('message', ({ data }: MessageEvent<SheetQuestion>) => {
  if (data.kind === 'open') {
    const opened = openWorkbook(new Uint8Array(data.bytes));
    book = opened.ok ? opened.value : undefined;
    tell({ kind: 'opened', result: opened.ok ? ok(opened.value.names) : opened });
  } else tell({ kind: 'sheet', at: data.at, result: book?.readSheet(data.at) ?? err({ code: 'file-unreadable' }) });
});

function tell(answer: SheetAnswer): void {
  self.postMessage(answer);
}
