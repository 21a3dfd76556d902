/** Address of the isolated viewer: another scheme, another origin, its own policy. */
export const VIEWER_ORIGIN = 'hosoxa-doc://viewer';
export const VIEWER_URL = `${VIEWER_ORIGIN}/document-viewer.html`;

/** The only page the viewer listens to. */
export const APP_ORIGIN = 'app://hosoxa';

/** What the viewer shows: a file of the vault by its hash, or bytes made by the page or just dropped on it. */
export type ViewerSource =
  | { readonly kind: 'file'; readonly hash: string }
  | { readonly kind: 'bytes'; readonly bytes: Blob };

/** `full`: all pages, scrolling. `thumbnail`: the first page, as wide as the frame. */
export type ViewerMode = 'full' | 'thumbnail';

/** What sort of paper is shown: pages of a PDF, a picture, running text of a Word file, tables of an Excel file. */
export type ViewerForm = 'pages' | 'image' | 'flow' | 'sheets';

/** Page to viewer. A search finds from where the reader is; `step` 0 begins anew. */
export type ViewerOrder =
  | { readonly kind: 'show'; readonly ticket: number; readonly source: ViewerSource; readonly mode: ViewerMode }
  | { readonly kind: 'zoom'; readonly to: 'in' | 'out' | 'fit' | 'whole' }
  | { readonly kind: 'rotate' }
  | { readonly kind: 'go-to'; readonly page: number }
  | { readonly kind: 'find'; readonly text: string; readonly step: 1 | -1 | 0 }
  | { readonly kind: 'thumbnails'; readonly shown: boolean };

/** Why a file is not shown; names of the error catalogue. */
export type ViewerFailure =
  | 'file-not-pdf'
  | 'file-password'
  | 'file-unreadable'
  | 'file-not-here-yet'
  | 'file-truncated'
  | 'file-kind-unknown'
  | 'file-bomb'
  | 'file-path-trick';

/** Viewer to page. `ticket` repeats the order's, so that an answer for an earlier file is told apart. */
export type ViewerReport =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'state';
      readonly ticket: number;
      readonly pages: number;
      readonly page: number;
      readonly zoomPercent: number;
      readonly form: ViewerForm;
      /** Names of the sheets of an Excel file; they are its pages. */
      readonly sheets: readonly string[];
    }
  /** How far a search has come: `hit` from 1, 0 while none is shown. */
  | {
      readonly kind: 'found';
      readonly ticket: number;
      readonly hits: number;
      readonly hit: number;
      readonly isDone: boolean;
    }
  | { readonly kind: 'drawn'; readonly ticket: number }
  | { readonly kind: 'failed'; readonly ticket: number; readonly code: ViewerFailure }
  /** A key the viewer has no use for, handed on to the page. */
  | { readonly kind: 'key'; readonly key: string; readonly ctrlKey: boolean; readonly shiftKey: boolean };

const reportKinds: readonly string[] = [
  'ready',
  'state',
  'found',
  'drawn',
  'failed',
  'key',
] satisfies readonly ViewerReport['kind'][];
const orderKinds: readonly string[] = [
  'show',
  'zoom',
  'rotate',
  'go-to',
  'find',
  'thumbnails',
] satisfies readonly ViewerOrder['kind'][];

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
