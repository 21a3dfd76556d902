import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, ipcMain, Menu, powerMonitor, protocol, session, type BrowserWindow } from 'electron';
import type { AppInfo, IpcEvent, IpcEventPayload } from '#shared/contract/ipc.ts';
import { registerIpc } from './ipc/register.ts';
import { menuTemplate } from './menu/menu-template.ts';
import { dialogText } from './messages.ts';
import { openServices } from './open-services.ts';
import { APP_ORIGIN, APP_SCHEME, customSchemes, DOCUMENT_SCHEME, isWithinOrigin } from './origins/schemes.ts';
import { createAppServer } from './origins/serve-app.ts';
import { createDocumentServer, listViewerFiles } from './origins/serve-documents.ts';
import { listServableFiles } from './origins/servable-files.ts';
import { openProfileFolder } from './profile-folder.ts';
import { blockNameResolution } from './security/block-network.ts';
import { lockDownPages, lockDownSession } from './security/lock-down.ts';
import { asksForDebugger, buildKind } from './security/refuse-debugger.ts';
import { createFailureLog } from './services/log/failure-log.ts';
import { systemCode } from './services/disk/disk-failure.ts';
import { openWindow } from './window.ts';

const appFolder = app.getAppPath();
const manifest = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as {
  readonly openToTests?: unknown;
};
const isRelease = buildKind(app.isPackaged, manifest) === 'release';
const profile = openProfileFolder(process.env['HOSOXA_PROFILE'] ?? app.getPath('userData'));
const log = createFailureLog(profile.log);
let window: BrowserWindow | undefined;

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
const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
if (!isRootOnLinux) app.enableSandbox(); // Chromium's sandbox does not run as root; nobody's office does

if (isRelease && asksForDebugger(process.argv.slice(1))) app.exit(1);
else if (!app.requestSingleInstanceLock()) app.exit(0);
else void start();

async function start(): Promise<void> {
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('render-process-gone', (_event, contents, { reason }) => {
    log.note(`page-gone ${reason}`);
    if (reason !== 'clean-exit' && contents === window?.webContents) contents.reload();
  });
  app.on('child-process-gone', (_event, { type, reason }) => {
    log.note(`child-gone ${type} ${reason}`);
  });
  try {
    const services = openServices(profile, appInfo(), log, () => window);
    const [{ vault, printing, handlers }] = await Promise.all([services, app.whenReady()]);
    const files = listServableFiles(join(appFolder, 'renderer'));
    await lockDownSession(session.defaultSession, !isRelease);
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
    window = openWindow({ appFolder, statePath: profile.windowState, withInspector: !isRelease });
    window.on('closed', () => (window = undefined));
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

function makeMenu(): ReturnType<typeof menuTemplate> {
  return menuTemplate({
    version: app.getVersion(),
    withInspector: !isRelease,
    send: (command) => {
      send('menu:command', { command });
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
