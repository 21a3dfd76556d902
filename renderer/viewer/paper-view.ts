import type { ViewerForm } from '#renderer/ui/pdf-frame/viewer-protocol.ts';

/** What a view tells the page around it. */
export type ViewState = {
  readonly pages: number;
  readonly page: number;
  readonly zoomPercent: number;
  readonly form: ViewerForm;
  readonly sheets: readonly string[];
};

/** How far a search has come; `hit` counts from 1, 0 is none. */
export type FindState = { readonly hits: number; readonly hit: number; readonly isDone: boolean };

export type ViewEvents = {
  readonly onState: (state: ViewState) => void;
  readonly onDrawn: () => void;
  readonly onFound: (state: FindState) => void;
};

/** One sort of paper on the screen. None of them ever writes: the bytes stay what they are. */
export interface PaperView {
  start(): Promise<void>;
  zoom(to: 'in' | 'out' | 'fit' | 'whole'): void;
  rotate(): void;
  goTo(page: number): void;
  find(text: string, step: 1 | -1 | 0): void;
  showThumbnails(shown: boolean): void;
  destroy(): void;
}

/** The next scale of a zoom step, within what can be read and drawn. */
export function stepScale(now: number, to: 'in' | 'out'): number {
  return Math.min(LARGEST_SCALE, Math.max(SMALLEST_SCALE, to === 'in' ? now * ZOOM_STEP : now / ZOOM_STEP));
}

const ZOOM_STEP = 1.2;
export const SMALLEST_SCALE = 0.2;
const LARGEST_SCALE = 5;
