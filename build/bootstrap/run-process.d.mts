import type { SpawnOptions } from 'node:child_process';

/** Runs a command with its output shown on stderr; gives its exit code. */
export function runVisibly(command: string, args: readonly string[], options?: SpawnOptions): Promise<number>;

/** Runs a short command silently; undefined when it is not installed. */
export function askProcess(
  command: string,
  args: readonly string[],
): { code: number; stdout: string; stderr: string } | undefined;

/** npm beside the running Node, so that a PATH without npm still works under `npm run`. */
export function npmCommand(): { command: string; args: string[] };
