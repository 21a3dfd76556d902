import type { WebContents } from 'electron';

/** No page opens a window: `window.open`, `target=_blank` and middle clicks all end here. */
export function denyNewWindows(contents: Pick<WebContents, 'setWindowOpenHandler'>): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
