/** A fresh clone on a machine without a display goes from `npm start` to the end of the guided tour. */
// not-in-test
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const started = Date.now();
const folder = mkdtempSync(join(tmpdir(), 'ho-so-xa-clone-'));
const clone = join(folder, 'ho-so-xa');
try {
  await runStep('git', ['clone', '--quiet', process.cwd(), clone], process.cwd());
  await runStep('npm', ['start'], clone);
  const left = listTour();
  const missing = ['.png', '.pdf'].filter((ending) => !left.some((name) => name.endsWith(ending)));
  if (missing.length > 0) throw new Error(`out/tour/ has no ${missing.join(' and no ')}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  process.stdout.write(`clone-start: ok ${seconds} s from clone to tour, ${String(left.length)} files in out/tour\n`);
} catch (error) {
  process.stdout.write(`clone-start: FAILED ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function listTour(): readonly string[] {
  const tour = join(clone, 'out/tour');
  return existsSync(tour) ? readdirSync(tour, { recursive: true, encoding: 'utf8' }) : [];
}

/** As a new machine would: no display, no cache of ours, none of npm's variables of this run. */
function runStep(command: string, args: readonly string[], cwd: string): Promise<void> {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_|DISPLAY$|WAYLAND_DISPLAY$|HOSOXA_|NODE_OPTIONS$)/i.test(name) || name.startsWith('npm_config_'),
  );
  const env = { ...Object.fromEntries(kept), HOSOXA_CACHE: join(folder, 'cache') };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')} ended with ${String(code)}`));
    });
  });
}
