/** Address of the isolated viewer: another scheme, another origin, its own policy. */
export const VIEWER_ORIGIN = 'hosoxa-doc://viewer';
export const VIEWER_URL = `${VIEWER_ORIGIN}/document-viewer.html`;

/** The only page the viewer listens to. */
export const APP_ORIGIN = 'app://hosoxa';

/** What the viewer shows: a file of the vault by its hash, or bytes made by the page or just dropped on it. */
export type ViewerSource =
  { readonly kind: 'file'; readonly hash: string } | { readonly kind: 'bytes'; readonly bytes: Blob };

/** `full`: all pages, scrolling. `thumbnail`: the first page, as wide as the frame. */
export type ViewerMode = 'full' | 'thumbnail';

/** Page to viewer. */
export type ViewerOrder =
  | { readonly kind: 'show'; readonly ticket: number; readonly source: ViewerSource; readonly mode: ViewerMode }
  | { readonly kind: 'zoom'; readonly to: 'in' | 'out' | 'fit' }
  | { readonly kind: 'rotate' }
  | { readonly kind: 'go-to'; readonly page: number };

/** Why a file is not shown; names of the error catalogue. */
export type ViewerFailure =
  'file-not-pdf' | 'file-password' | 'file-unreadable' | 'file-not-here-yet' | 'file-truncated';

/** Viewer to page. `ticket` repeats the order's, so that an answer for an earlier file is told apart. */
export type ViewerReport =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'state';
      readonly ticket: number;
      readonly pages: number;
      readonly page: number;
      readonly zoomPercent: number;
    }
  | { readonly kind: 'drawn'; readonly ticket: number }
  | { readonly kind: 'failed'; readonly ticket: number; readonly code: ViewerFailure }
  /** A key the viewer has no use for, handed on to the page. */
  | { readonly kind: 'key'; readonly key: string; readonly ctrlKey: boolean; readonly shiftKey: boolean };

const reportKinds: readonly string[] = [
  'ready',
  'state',
  'drawn',
  'failed',
  'key',
] satisfies readonly ViewerReport['kind'][];
const orderKinds: readonly string[] = ['show', 'zoom', 'rotate', 'go-to'] satisfies readonly ViewerOrder['kind'][];

function kindOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'kind' in data ? data.kind : undefined;
}

/** Whether a message looks like a report; origin and source are checked by the receiver. */
export function isViewerReport(data: unknown): data is ViewerReport {
  const kind = kindOf(data);
  return typeof kind === 'string' && reportKinds.includes(kind);
}

/** Whether a message looks like an order. */
export function isViewerOrder(data: unknown): data is ViewerOrder {
  const kind = kindOf(data);
  return typeof kind === 'string' && orderKinds.includes(kind);
}
