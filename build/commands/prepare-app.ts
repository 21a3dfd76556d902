import { bundleApp } from '../bundle/bundle-app.ts';
import { prepareElectron } from '../electron-runtime/prepare-electron.ts';
import { startDisplay, type Display } from '../electron-runtime/start-display.ts';

/** Runtime, bundles and a screen: what everything that opens the app needs. Stop it when done. */
export async function prepareApp(): Promise<Display> {
  await prepareElectron();
  await bundleApp();
  return startDisplay();
}
