import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand, runVisibly } from './run-process.mjs';
import { SetUpFailure } from './set-up-failure.mjs';
import { tell } from './tell.mjs';

const TELL_EVERY_MS = 10_000;

/** Installs the locked packages when they are missing or the lock file has changed. */
export async function installDependencies(root) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lockText).digest('hex');
  const stamp = join(root, 'node_modules', '.ho-so-xa-stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;

  if (!matchesInstalled(root, JSON.parse(lockText))) {
    tell('installing the locked packages (npm ci, one to three minutes the first time) …');
    const npm = npmCommand();
    const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
    const started = Date.now();
    const ticker = setInterval(() => {
      tell(`  still installing, ${String(Math.round((Date.now() - started) / 1000))} s`);
    }, TELL_EVERY_MS);
    const args = [...npm.args, 'ci', '--include=dev', '--ignore-scripts', ...quiet];
    const code = await runVisibly(npm.command, args, { cwd: root });
    clearInterval(ticker);
    if (code !== 0) {
      throw new SetUpFailure(
        'npm could not install the locked packages; its message is above.',
        'npm ci --ignore-scripts',
      );
    }
  }
  writeFileSync(stamp, hash);
}

/** npm writes `node_modules/.package-lock.json` at the end of an install; it tells what really lies there. */
function matchesInstalled(root, lock) {
  const file = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(file)) return false;
  const installed = JSON.parse(readFileSync(file, 'utf8')).packages;
  return Object.entries(lock.packages).every(
    ([path, wanted]) =>
      path === '' || (wanted.optional && !installed[path]) || installed[path]?.integrity === wanted.integrity,
  );
}
