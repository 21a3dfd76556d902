import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { CheckStep } from './check-steps.ts';

/** How a step ended; `output` is everything it printed. */
export type StepResult = {
  readonly name: string;
  readonly ok: boolean;
  /** Passed before on the same files, so it was not run. */
  readonly isUnchanged?: boolean;
  readonly seconds: number;
  readonly output: string;
};

/** Runs steps side by side, as many as the machine has cores; what a failing step said is shown when it ends. */
export async function runSteps(steps: readonly CheckStep[]): Promise<readonly StepResult[]> {
  const waiting = [...steps];
  const results: StepResult[] = [];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const result = await runStep(step);
      if (!result.ok) process.stdout.write(`\n──── ${result.name} ────\n${result.output.trimEnd()}\n`);
      results.push(result);
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  return results;
}

/** Prints one line a step: seconds and verdict. */
export function printTable(results: readonly StepResult[]): void {
  process.stdout.write('\nstep                 seconds\n');
  for (const { name, ok, seconds, isUnchanged } of results) {
    const verdict = isUnchanged === true ? 'ok, unchanged' : ok ? 'ok' : 'FAILED';
    process.stdout.write(`${name.padEnd(20)} ${seconds.toFixed(1).padStart(7)}  ${verdict}\n`);
  }
}

function runStep(step: CheckStep): Promise<StepResult> {
  const started = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn(step.command, step.args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...step.env },
      shell: process.platform === 'win32', // programs of node_modules are .cmd files there
    });
    let output = '';
    const collect = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ name: step.name, ok: code === 0, seconds: (Date.now() - started) / 1000, output });
    });
  });
}
