import type { WebContents } from 'electron';
import { APP_ORIGIN, DOCUMENT_ORIGIN, isWithinOrigin } from '../origins/schemes.ts';

/** Whether a frame may go to an address: the top frame stays in the app, frames within it stay in the viewer. */
export function isAllowedNavigation(address: string, isMainFrame: boolean): boolean {
  return isWithinOrigin(address, isMainFrame ? APP_ORIGIN : DOCUMENT_ORIGIN);
}

/** A page never leaves its origin, whatever link, script or redirect asks for it. */
export function denyNavigation(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!isAllowedNavigation(event.url, event.isMainFrame)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isAllowedNavigation(event.url, event.isMainFrame)) event.preventDefault();
  });
}
