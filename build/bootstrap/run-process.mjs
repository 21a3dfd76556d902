import { spawn, spawnSync } from 'node:child_process';

/** Runs a command with its output shown on stderr; gives its exit code. */
export function runVisibly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.pipe(process.stderr, { end: false });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Runs a short command silently; undefined when it is not installed. */
export function askProcess(command, args) {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.error) return undefined;
  return { code: done.status ?? 1, stdout: done.stdout, stderr: done.stderr };
}

/** npm beside the running Node, so that a PATH without npm still works under `npm run`. */
export function npmCommand() {
  const script = process.env['npm_execpath'];
  if (script?.endsWith('.js')) return { command: process.execPath, args: [script] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}
