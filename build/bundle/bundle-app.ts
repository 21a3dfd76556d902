import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetUpFailure } from '../bootstrap/set-up-failure.mjs';
import { tell } from '../bootstrap/tell.mjs';
import { exclusive } from '../electron-runtime/exclusive.ts';
import { bundleTargets, type BundleName, type BundleTarget } from './bundle-targets.ts';
import { inputHash } from './input-hash.ts';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const APP_BUNDLES: readonly BundleName[] = ['renderer', 'preload', 'main'];

/**
 * Builds what has changed since the last time, into `out/`. A build is made in a folder of its own and renamed,
 * so that a running app never sees half of one; two processes at once wait for each other.
 */
export async function bundleApp(names = APP_BUNDLES, project = PROJECT): Promise<void> {
  const out = join(project, 'out');
  await exclusive(join(out, 'bundle.lock'), async () => {
    for (const target of bundleTargets(project)) {
      if (names.includes(target.name)) await bundleTarget(target, project, out);
    }
    writeAppManifest(project, join(out, 'app'));
  });
}

async function bundleTarget(target: BundleTarget, project: string, out: string): Promise<void> {
  const stamp = join(out, 'bundle-stamps', target.name);
  const final = join(out, target.outFolder);
  const hash = inputHash(project, target.inputs);
  if (existsSync(final) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;

  const started = Date.now();
  const { build } = await import('vite');
  const fresh = join(out, 'bundle-next', target.name);
  try {
    await build(target.config(fresh));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    throw new SetUpFailure(`The ${target.name} could not be built; the message is above.`, 'npm run check');
  }
  rmSync(stamp, { force: true });
  rmSync(final, { recursive: true, force: true });
  mkdirSync(dirname(final), { recursive: true });
  renameSync(fresh, final);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  tell(`built ${target.name} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * The packed app's own package.json: no dependencies, everything is in the bundles. It has no productName on
 * purpose: Electron puts the app's name into the User-Agent header, and one with Vietnamese letters makes every
 * request to our own scheme fail (ByteString error in Electron 33). Titles come from the windows.
 */
function writeAppManifest(project: string, appFolder: string): void {
  const { name, version, description, author, license, homepage } = JSON.parse(
    readFileSync(join(project, 'package.json'), 'utf8'),
  ) as Record<string, unknown>;
  const manifest = { name, version, description, author, license, homepage, main: 'main/main.cjs' };
  mkdirSync(appFolder, { recursive: true });
  writeFileSync(join(appFolder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
