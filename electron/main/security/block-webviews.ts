import type { WebContents } from 'electron';

/** `<webview>` is switched off in the window's preferences; should one be attached all the same, it is stopped here. */
export function blockWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}
