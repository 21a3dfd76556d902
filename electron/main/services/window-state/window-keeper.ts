import { readFileSync, writeFileSync } from 'node:fs';
import type { BrowserWindow } from 'electron';
import { parseWindowState, type WindowState } from './window-bounds.ts';

/** What was kept from the last time, if anything readable. */
export function readWindowState(path: string): WindowState | undefined {
  try {
    return parseWindowState(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // first start: nothing was kept yet
  }
}

/** Keeps the window's place when it closes. A failure to write is not worth a word: only the old place is lost. */
export function keepWindowState(
  window: Pick<BrowserWindow, 'on' | 'getNormalBounds' | 'isMaximized'>,
  path: string,
): void {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(path, JSON.stringify(state), { mode: 0o600 });
    } catch {
      // see above
    }
  });
}
