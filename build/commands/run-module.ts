import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { bundleModule } from '../bundle/bundle-module.ts';
import { isChromiumNoise } from '../electron-runtime/chromium-noise.ts';

/** How a module ended. */
export type ModuleRun = { readonly code: number; readonly seconds: number; readonly output: string };

/**
 * Runs a TypeScript module, as one file, in a process group of its own, so that what it started ends with it.
 * `hardLimitMs` ends the group after that long. Output goes on at once, without Chromium's chatter, and is kept.
 * @throws when the run was interrupted (Ctrl+C), after the module has ended: what would follow must not start.
 */
export async function runModule(file: string, args: readonly string[], hardLimitMs?: number): Promise<ModuleRun> {
  const started = Date.now();
  const bundle = await bundleModule(file);
  const child = spawn(process.execPath, ['--enable-source-maps', bundle.file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const output: string[] = [];
  passOn(child, output);
  const { release, wasInterrupted } = endWithUs(child, hardLimitMs);
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => {
      resolve(exitCode ?? 1);
    });
  });
  release();
  await bundle.remove();
  if (wasInterrupted()) throw new Error(`${file}: interrupted`);
  return { code, seconds: (Date.now() - started) / 1000, output: output.join('\n') };
}

function passOn(child: ChildProcess, output: string[]): void {
  if (child.stdout !== null) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      output.push(line);
      process.stdout.write(`${line}\n`);
    });
  }
  if (child.stderr !== null) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (isChromiumNoise(line)) return;
      output.push(line);
      process.stderr.write(`${line}\n`);
    });
  }
}

/** Passes Ctrl+C on to the group and keeps the hard limit; `release` forgets both. */
function endWithUs(
  child: ChildProcess,
  hardLimitMs: number | undefined,
): { readonly release: () => void; readonly wasInterrupted: () => boolean } {
  let interrupted = false;
  const endGroup = (signal: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(process.platform !== 'win32' ? -child.pid : child.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    interrupted = true;
    endGroup(signal);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  const timer =
    hardLimitMs === undefined
      ? undefined
      : setTimeout(() => {
          process.stderr.write(`stopped after ${String(hardLimitMs / 1000)} s\n`);
          endGroup('SIGKILL');
        }, hardLimitMs);
  return {
    release: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
      clearTimeout(timer);
    },
    wasInterrupted: () => interrupted,
  };
}
