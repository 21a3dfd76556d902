import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { bundleModule } from '#build/bundle/bundle-module.ts';
import type { SeedResult, SeedTask } from './seed-run.ts';

/** Runs simulations in as many processes as the machine has processors, and gives what came of each task, in their order. */
export async function runSeeds(tasks: readonly SeedTask[]): Promise<readonly SeedResult[]> {
  const results: SeedResult[] = [];
  const program = await bundleModule(fileURLToPath(new URL('./seed-run.ts', import.meta.url)));
  const waiting = [...tasks.entries()];
  const work = async (): Promise<void> => {
    const child = fork(program.file, { execArgv: ['--enable-source-maps'] });
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [place, task] = next;
        results[place] = await new Promise<SeedResult>((resolve, reject) => {
          child.once('message', (result) => resolve(result as SeedResult));
          child.once('exit', (code) => reject(new Error(`the process of ${task.design} ended with ${String(code)}`)));
          child.send(task);
        });
        child.removeAllListeners();
      }
    } finally {
      child.kill();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), tasks.length) }, work));
  await program.remove();
  return results;
}
