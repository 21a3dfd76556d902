/** The running app keeps every rule of the shell: isolation, policy, permissions, navigation, IPC, single instance, fuses. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { appLaunch } from '#build/electron-runtime/app-launch.ts';
import { resolveElectron } from '#build/electron-runtime/resolve-electron.ts';
import { createAssertions } from './assertion-count.ts';
import { openListeningTrap } from './listening-trap.ts';
import { checkDocumentFrame, checkSenders, nameKeeper } from './shell-frame-checks.ts';
import { checkNoNetwork, checkPermissions } from './shell-network-checks.ts';
import { checkBridge, checkContentPolicy, checkNavigation, checkServedFiles } from './shell-page-checks.ts';
import { checkFuses, checkSingleInstance, checkWindow } from './shell-program-checks.ts';

const assertions = createAssertions();
const { version, source } = resolveElectron();
console.log(`Electron ${version} (${source})`);
const profile = mkdtempSync(join(tmpdir(), 'hosoxa-shell-'));
const trap = await openListeningTrap();
// A make-believe camera, so that refusing it is our doing and not that of a machine without one.
const app = await _electron.launch(appLaunch({ profile, args: ['--use-fake-device-for-media-stream'] }));
try {
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  await page.evaluate(nameKeeper);
  await checkWindow(app, assertions);
  await checkBridge(page, assertions);
  await checkServedFiles(page, assertions);
  await checkContentPolicy(page, assertions);
  await checkPermissions(page, assertions);
  await checkNoNetwork(app, page, trap, assertions);
  await checkDocumentFrame(app, page, assertions);
  await checkSenders(app, page, assertions);
  await checkNavigation(app, page, trap, assertions);
  await checkSingleInstance(app, profile, assertions);
} finally {
  await app.close();
  await trap.close();
  rmSync(profile, { recursive: true, force: true });
}
await checkFuses(assertions);
process.exitCode = assertions.conclude('shell-locked') ? 0 : 1;
