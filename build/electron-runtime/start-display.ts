import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { SetUpFailure } from '../bootstrap/set-up-failure.mjs';

/** Bigger than the smallest office screen (1366×768), so that two windows can be told apart. */
const SCREEN = '1600x1000x24';

/** A screen to open windows on; `stop` ends what was started for it, if anything. */
export type Display = { readonly name: string | undefined; stop: () => Promise<void> };

/** Whether this machine has a screen of its own. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/**
 * Makes sure there is a screen: without one starts Xvfb on a free display and sets `DISPLAY` of this process
 * (children inherit it). `stop` ends Xvfb and takes `DISPLAY` away again; with a real screen it does nothing.
 */
export async function startDisplay(): Promise<Display> {
  if (hasDisplay()) return { name: process.env['DISPLAY'], stop: () => Promise.resolve() };
  // By itself it begins anew when its last window has gone, and refuses whoever comes at that moment.
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-ac', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = `:${await readDisplayNumber(xvfb)}`;
  const killAtExit = (): void => void xvfb.kill();
  process.once('exit', killAtExit);
  process.env['DISPLAY'] = name;
  return {
    name,
    stop: async () => {
      process.off('exit', killAtExit);
      if (process.env['DISPLAY'] === name) delete process.env['DISPLAY'];
      await endProcess(xvfb);
    },
  };
}

function readDisplayNumber(xvfb: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuse = (): void => {
      reject(
        new SetUpFailure(
          'There is no display and Xvfb could not be started.',
          'sudo apt-get update && sudo apt-get install -y xvfb',
        ),
      );
    };
    xvfb.once('error', refuse);
    xvfb.once('exit', refuse);
    let text = '';
    (xvfb.stdio[3] as Readable).on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (!text.endsWith('\n')) return;
      xvfb.removeListener('exit', refuse);
      resolve(text.trim());
    });
  });
}

function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill();
  });
}
