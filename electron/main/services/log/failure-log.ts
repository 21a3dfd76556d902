import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MAX_BYTES = 64 * 1024;

/** Notes what went wrong in the main process, for the one who mends it. */
export type FailureLog = { readonly note: (code: string, cause?: unknown) => void };

/**
 * A small log that keeps one older file. Nothing personal goes in: the place (`code`), the kind of error and the lines of our own
 * code it passed through, never its message, which may quote what a person typed.
 */
export function createFailureLog(folder: string, now: () => Date = () => new Date()): FailureLog {
  const path = join(folder, 'main.log');
  return {
    note(code, cause) {
      const line = `${now().toISOString()} ${code}${describeCause(cause)}\n`;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        rotate(path);
        appendFileSync(path, line, { mode: 0o600 });
      } catch {
        process.stderr.write(line); // the log must never be what stops the program
      }
    },
  };
}

function rotate(path: string): void {
  const { size } = statSync(path, { throwIfNoEntry: false }) ?? { size: 0 };
  if (size >= MAX_BYTES) renameSync(path, `${path}.1`);
}

function describeCause(cause: unknown): string {
  if (!(cause instanceof Error)) return cause === undefined ? '' : ` ${typeof cause}`;
  const code = 'code' in cause && typeof cause.code === 'string' ? ` ${cause.code}` : '';
  const places = [...(cause.stack ?? '').matchAll(/^\s+at .*?([\w.-]+:\d+:\d+)\)?$/gm)]
    .slice(0, 8)
    .map(([, place]) => place);
  return ` ${cause.name}${code} ${places.join(' < ')}`.trimEnd();
}
