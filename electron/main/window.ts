import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { APP_TITLE } from './messages.ts';
import { APP_PAGE } from './origins/schemes.ts';
import { fitWindowState, SMALLEST_WINDOW } from './services/window-state/window-bounds.ts';
import { keepWindowState, readWindowState } from './services/window-state/window-keeper.ts';

/** What the window is made from. `like`: one whose place it takes. */
export type WindowParts = {
  readonly appFolder: string;
  readonly statePath: string;
  readonly withInspector: boolean;
  readonly like?: BrowserWindow | undefined;
};

/** Makes the one window, where it was the last time, and loads the app. Shown when its first picture is ready. */
export function openWindow({ appFolder, statePath, withInspector, like }: WindowParts): BrowserWindow {
  const [primary, all] = [screen.getPrimaryDisplay(), screen.getAllDisplays()];
  const workAreas = [primary, ...all.filter(({ id }) => id !== primary.id)].map(({ workArea }) => workArea);
  const { bounds, maximized } = fitWindowState(like ? stateOf(like) : readWindowState(statePath), workAreas);
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
    if (like === undefined || like.isDestroyed()) window.show();
    else takePlace(window, like);
  });
  void window.loadURL(APP_PAGE);
  return window;
}

function stateOf(window: BrowserWindow): ReturnType<typeof readWindowState> {
  return { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
}

/** Shows a window as the other one was: nobody is pulled to it from other work. */
function takePlace(window: BrowserWindow, like: BrowserWindow): void {
  if (like.isFullScreen()) window.setFullScreen(true);
  if (like.isMinimized()) window.minimize();
  else if (like.isFocused()) window.show();
  else window.showInactive();
  like.destroy();
}
