import { bundleApp } from '../bundle/bundle-app.ts';
import { prepareElectron } from '../electron-runtime/prepare-electron.ts';
import { hasDisplay, startDisplay } from '../electron-runtime/start-display.ts';
import { runInForeground } from './run-in-foreground.ts';
import { runModule } from './run-module.ts';

/** `npm start`: the demo office in a window, or the guided tour when there is no screen. */
export async function run(args: readonly string[]): Promise<number> {
  await prepareElectron();
  await bundleApp();
  if (hasDisplay()) return runInForeground('e2e/demo/open.ts', args);

  process.stderr.write('No display here: running the guided tour; its pictures and report go to out/tour/\n');
  const display = await startDisplay();
  try {
    const { code } = await runModule('e2e/tour/tour.ts', args);
    return code;
  } finally {
    await display.stop();
  }
}
