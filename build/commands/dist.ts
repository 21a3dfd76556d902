import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, statSync } from 'node:fs';
import { bundleApp } from '../bundle/bundle-app.ts';
import { prepareElectron } from '../electron-runtime/prepare-electron.ts';
import { makeDeb } from '../package/make-deb.ts';
import { packedExecutable, packForLinux, runElectronBuilder } from '../package/pack-app.ts';
import { canHaveWindowsDownloads, windowsDownloads } from '../package/windows-downloads.ts';

/**
 * `npm run dist`: what this machine can build, into dist/.
 * `--windows` tries the Windows installer; `--no-deb` leaves the .deb out;
 * `--e2e` makes only the drivable app of the end-to-end tests, in out/packed-e2e/.
 */
export async function run(args: readonly string[]): Promise<number> {
  if (args.includes('--e2e')) return makeDrivable();
  if (args.includes('--windows') || process.platform === 'win32') return makeWindows();
  if (process.platform !== 'linux') {
    process.stderr.write('Installers are made on Linux (folder, .deb) and Windows (NSIS) only.\n');
    return 1;
  }
  return makeLinux(!args.includes('--no-deb'));
}

async function makeDrivable(): Promise<number> {
  const runtime = await prepareElectron();
  await bundleApp();
  await packForLinux('drivable', runtime);
  printMade(packedExecutable('drivable'), 'for end-to-end tests only, never released');
  return 0;
}

async function makeLinux(withDeb: boolean): Promise<number> {
  rmSync('dist', { recursive: true, force: true });
  const runtime = await prepareElectron();
  await bundleApp();
  await packForLinux('release', runtime);
  await bundleApp(['server']);
  cpSync('out/server', 'dist/server', { recursive: true });
  const deb = withDeb ? await makeDeb() : undefined;

  process.stdout.write(`\nMade on Electron ${runtime.version} (${runtime.source}), fuses checked:\n`);
  printMade(packedExecutable('release'), 'run it from its folder');
  if (deb !== undefined) printMade(deb, 'sudo apt install ./<file>');
  printMade('dist/server/main.mjs', 'DATABASE_URL=… node dist/server/main.mjs');
  if (runtime.source === 'npm-recipe') {
    process.stdout.write('For a release use the official Electron: HOSOXA_ELECTRON=official npm run dist\n');
  }
  process.stdout.write('Not made: the Windows installer. Try it with: npm run dist -- --windows\n');
  return 0;
}

async function makeWindows(): Promise<number> {
  if (!(await canHaveWindowsDownloads()))
    return refuseWindows('GitHub does not answer and no mirror or cache is named');
  await bundleApp();
  try {
    await runElectronBuilder(['--win', 'nsis', '--x64'], {});
  } catch {
    return refuseWindows('electron-builder could not finish; its message is above');
  }
  process.stdout.write('The Windows installer is in dist/.\n');
  return 0;
}

function refuseWindows(why: string): number {
  process.stderr.write(`The Windows installer cannot be made here: ${why}.\nIt needs these downloads:\n`);
  for (const line of windowsDownloads()) process.stderr.write(`  ${line}\n`);
  process.stderr.write(
    'Put the archives into a folder on a machine that has them and run:\n' +
      '  ELECTRON_BUILDER_CACHE=<folder> npm run dist -- --windows\n',
  );
  return 1;
}

function printMade(path: string, note: string): void {
  const megabytes = (statSync(path).size / 1e6).toFixed(1);
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  process.stdout.write(`  ${path}  ${megabytes} MB  sha256 ${sha256}  (${note})\n`);
}
