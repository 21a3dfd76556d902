import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { APP_TITLE } from './messages.ts';
import { APP_PAGE } from './origins/schemes.ts';
import { fitWindowState, SMALLEST_WINDOW } from './services/window-state/window-bounds.ts';
import { keepWindowState, readWindowState } from './services/window-state/window-keeper.ts';

/** What the window is made from. */
export type WindowParts = { readonly appFolder: string; readonly statePath: string; readonly withInspector: boolean };

/** Makes the one window, where it was the last time, and loads the app. Shown when its first picture is ready. */
export function openWindow({ appFolder, statePath, withInspector }: WindowParts): BrowserWindow {
  const [primary, all] = [screen.getPrimaryDisplay(), screen.getAllDisplays()];
  const workAreas = [primary, ...all.filter(({ id }) => id !== primary.id)].map(({ workArea }) => workArea);
  const { bounds, maximized } = fitWindowState(readWindowState(statePath), workAreas);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: Math.min(SMALLEST_WINDOW.width, bounds.width),
    minHeight: Math.min(SMALLEST_WINDOW.height, bounds.height),
    title: APP_TITLE,
    show: false,
    backgroundColor: '#f6f7f9',
    webPreferences: {
      preload: join(appFolder, 'preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      spellcheck: false,
      devTools: withInspector,
    },
  });
  keepWindowState(window, statePath);
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  void window.loadURL(APP_PAGE);
  return window;
}
