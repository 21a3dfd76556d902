import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  dialog,
  ipcMain,
  Menu,
  Notification,
  powerMonitor,
  protocol,
  session,
  type BrowserWindow,
} from 'electron';
import type { AppInfo, IpcEvent, IpcEventPayload } from '#shared/contract/ipc.ts';
import { createFarewell } from './farewell.ts';
import { registerIpc } from './ipc/register.ts';
import { menuTemplate } from './menu/menu-template.ts';
import { dialogText } from './messages.ts';
import { openServices, type Services } from './open-services.ts';
import { APP_ORIGIN, APP_SCHEME, customSchemes, DOCUMENT_SCHEME, isWithinOrigin } from './origins/schemes.ts';
import { createAppServer } from './origins/serve-app.ts';
import { createDocumentServer, listViewerFiles } from './origins/serve-documents.ts';
import { listServableFiles } from './origins/servable-files.ts';
import { openProfileFolder } from './profile-folder.ts';
import { isProfileNewer, refuseNewerProfile } from './refuse-newer-profile.ts';
import { blockNameResolution } from './security/block-network.ts';
import { dropCaches, keepNoCaches } from './security/keep-no-copies.ts';
import { lockDownPages, lockDownSession } from './security/lock-down.ts';
import { asksForDebugger, buildKind } from './security/refuse-debugger.ts';
import { finishWipe } from './services/device-life/wiped-mark.ts';
import { systemCode } from './services/disk/disk-failure.ts';
import { startLockKeeper, type LockKeeper } from './services/keys/lock-keeper.ts';
import { createFailureLog } from './services/log/failure-log.ts';
import { shiftClock } from './shift-clock.ts';
import { openWindow } from './window.ts';

const appFolder = app.getAppPath();
const manifest = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as {
  readonly openToTests?: unknown;
};
const isRelease = buildKind(app.isPackaged, manifest) === 'release';
const clockAheadMs = Number(process.env['HOSOXA_CLOCK_AHEAD_MS'] ?? 0);
if (!isRelease && clockAheadMs !== 0) shiftClock(clockAheadMs);
const profile = openProfileFolder(process.env['HOSOXA_PROFILE'] ?? app.getPath('userData'));
const log = createFailureLog(profile.log);
let window: BrowserWindow | undefined;
let keeper: LockKeeper | undefined;
/** An answer on its way to the page still gets there before the program ends. */
const LAST_WORDS_MS = 200;

process.on('uncaughtException', (cause) => {
  log.note('main-uncaught', cause);
});
process.on('unhandledRejection', (cause) => {
  log.note('main-unhandled', cause);
});

app.setPath('userData', profile.root);
app.setPath('sessionData', profile.root);
protocol.registerSchemesAsPrivileged([...customSchemes]);
lockDownPages(app);
blockNameResolution(app.commandLine);
keepNoCaches(app.commandLine);
const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
if (!isRootOnLinux) app.enableSandbox(); // Chromium's sandbox does not run as root; nobody's office does

const farewell = createFarewell((title, body) => {
  if (Notification.isSupported()) new Notification({ title, body }).show();
});

if (isRelease && asksForDebugger(process.argv.slice(1))) app.exit(1);
else if (isProfileNewer(profile))
  void refuseNewerProfile(profile, !isRelease && process.env['HOSOXA_QUIET_REFUSAL'] === '1');
else if (!app.requestSingleInstanceLock()) app.exit(0);
else void start();

async function start(): Promise<void> {
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => {
    farewell.say();
    app.quit();
  });
  app.on('render-process-gone', (_event, contents, { reason }) => {
    if (contents !== window?.webContents) return; // thrown away on purpose: another has taken its place
    log.note(`page-gone ${reason}`);
    if (reason !== 'clean-exit') contents.reload();
  });
  app.on('child-process-gone', (_event, { type, reason }) => {
    log.note(`child-gone ${type} ${reason}`);
  });
  try {
    finishWipe(profile.root, profile.wiped, (cause) => {
      log.note('wipe', cause);
    });
    const services = openServices({
      profile,
      info: appInfo(),
      log,
      window: () => window,
      send,
      restart,
      keeper: () => keeper,
      farewell,
    });
    const [{ vault, printing, handlers, lock }] = await Promise.all([services, app.whenReady()]);
    const files = listServableFiles(join(appFolder, 'renderer'));
    await lockDownSession(session.defaultSession, !isRelease);
    await dropCaches(session.defaultSession);
    protocol.handle(APP_SCHEME, createAppServer(files));
    protocol.handle(DOCUMENT_SCHEME, createDocumentServer(listViewerFiles(files), vault, printing));
    registerIpc(
      {
        port: ipcMain,
        isTrusted: (url) => isWithinOrigin(url, APP_ORIGIN),
        report: (channel, cause) => {
          log.note(channel, cause);
        },
      },
      handlers,
    );
    Menu.setApplicationMenu(Menu.buildFromTemplate(makeMenu()));
    powerMonitor.on('resume', () => {
      send('power:resumed', {});
    });
    keeper = keepLock(lock);
    finishBeforeQuit(lock.beforeDrop);
    showPage();
  } catch (cause) {
    log.note('cannot-start', cause);
    await app.whenReady();
    dialog.showErrorBox(
      dialogText.cannotStartTitle,
      dialogText.cannotStart(profile.root, systemCode(cause) ?? 'store-failed'),
    );
    app.exit(1);
  }
}

/** Opens the window, or one in place of another. Every page starts locked. */
function showPage(like?: BrowserWindow): void {
  const opened = openWindow({ appFolder, statePath: profile.windowState, withInspector: !isRelease, like });
  opened.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) keeper?.noteLoad();
  });
  opened.on('closed', () => {
    if (window === opened) window = undefined;
  });
  window = opened;
}

function keepLock(lock: Services['lock']): LockKeeper {
  const seconds = isRelease ? 0 : Number(process.env['HOSOXA_IDLE_SECONDS'] ?? 0);
  const kept = startLockKeeper({
    ...lock,
    ...(seconds > 0 ? { idleLimit: () => seconds * 1000 } : {}),
    tellPage: () => {
      send('keys:locking', {});
    },
    throwPageAway: () => {
      const old = window;
      if (old === undefined) return;
      old.webContents.forcefullyCrashRenderer(); // its memory held what was on the screen
      showPage(old);
    },
    systemIdle: () => powerMonitor.getSystemIdleTime() * 1000,
    monotonic: () => performance.now(),
  });
  powerMonitor.on('lock-screen', () => {
    kept.begin('system');
  });
  powerMonitor.on('suspend', () => {
    kept.begin('system');
  });
  return kept;
}

/** The log's last lines go to the disk, and to the province if it answers at once, before the program ends. */
function finishBeforeQuit(finish: () => Promise<void>): void {
  let isFinished = false;
  app.on('before-quit', (event) => {
    if (isFinished) return;
    event.preventDefault();
    void finish().finally(() => {
      isFinished = true;
      app.quit();
    });
  });
}

function restart(): void {
  setTimeout(() => {
    if (isRelease || process.env['HOSOXA_NO_RELAUNCH'] !== '1') app.relaunch();
    app.exit(0);
  }, LAST_WORDS_MS);
}

function makeMenu(): ReturnType<typeof menuTemplate> {
  return menuTemplate({
    version: app.getVersion(),
    withInspector: !isRelease,
    send: (command) => {
      if (command === 'lock') keeper?.begin('asked');
      else send('menu:command', { command });
    },
  });
}

function send<E extends IpcEvent>(name: E, payload: IpcEventPayload<E>): void {
  window?.webContents.send(name, payload);
}

function showWindow(): void {
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

function appInfo(): AppInfo {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    platform: process.platform,
    enrolUrl: process.env['HOSOXA_ENROL_URL'] ?? '',
    enrolCode: process.env['HOSOXA_ENROL_CODE'] ?? '',
    openToTests: !isRelease,
  };
}
