import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetUpFailure } from '../bootstrap/set-up-failure.mjs';
import { cacheFolder } from './cache-folder.ts';

/** Where the running Electron came from. */
export type ElectronSource = 'override' | 'official' | 'npm-recipe';

/** An Electron that lies ready on this machine. */
export type ElectronRuntime = {
  readonly executablePath: string;
  /** The folder that holds the executable; what electron-builder calls `electronDist`. */
  readonly distFolder: string;
  readonly version: string;
  readonly source: ElectronSource;
};

/** The Electron inside the npm package, and how we last changed what we take out of it. */
export const RECIPE_VERSION = '33.2.1';
const RECIPE_REVISION = 1;

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where the recipe puts its Electron: once per machine, outside every clone. */
export function recipeFolder(): string {
  return join(cacheFolder(), `electron-${RECIPE_VERSION}-r${String(RECIPE_REVISION)}`);
}

/** Which source this machine and environment ask for, in order: override, official, recipe. */
export function chooseSource(): ElectronSource {
  if (overrideFolder() !== undefined) return 'override';
  if (process.env['HOSOXA_ELECTRON'] === 'official') return 'official';
  return process.platform === 'linux' && process.arch === 'x64' ? 'npm-recipe' : 'official';
}

/** The Electron to run; it must have been made ready before by a set-up (any npm script that opens a window). */
export function resolveElectron(): ElectronRuntime {
  const runtime = findElectron();
  if (runtime !== undefined) return runtime;
  throw new SetUpFailure(`No Electron is ready (${chooseSource()}).`, 'npm start');
}

/** As `resolveElectron`, undefined when none is ready. */
export function findElectron(): ElectronRuntime | undefined {
  const source = chooseSource();
  const distFolder = folderOf(source);
  const executablePath = join(distFolder, executableName());
  if (!existsSync(executablePath)) return undefined;
  return { executablePath, distFolder, version: readVersion(distFolder), source };
}

/** The pinned official release, as package.json names it. */
export function officialVersion(): string {
  const text = readFileSync(join(PROJECT, 'node_modules/electron/package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function folderOf(source: ElectronSource): string {
  if (source === 'override') return overrideFolder() ?? '';
  if (source === 'official') return join(PROJECT, 'node_modules/electron/dist');
  return recipeFolder();
}

function overrideFolder(): string | undefined {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  return folder === undefined || folder === '' ? undefined : folder;
}

function executableName(): string {
  if (process.platform === 'win32') return 'electron.exe';
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return 'electron';
}

function readVersion(distFolder: string): string {
  const file = join(distFolder, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown';
}
