import { spawn } from 'node:child_process';

/** Runs a module with this terminal as its own; Ctrl+C reaches it by itself, a SIGTERM is passed on. */
export async function runInForeground(file: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { stdio: 'inherit' });
  const leaveItToTheChild = (): void => undefined;
  const passOn = (signal: NodeJS.Signals): void => {
    child.kill(signal);
  };
  process.on('SIGINT', leaveItToTheChild);
  process.on('SIGTERM', passOn);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGINT', leaveItToTheChild);
      process.off('SIGTERM', passOn);
      resolve(code ?? 1);
    });
  });
}
