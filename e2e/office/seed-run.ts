import { brokenDesigns, ourDesign } from '#shared/sync/simulation/design.ts';
import { simulate } from '#shared/sync/simulation/simulate.ts';

/** Seeds of one design that a process is to run: `count` from `first` on; it stops when so many have failed. */
export type SeedTask = {
  readonly design: string;
  readonly first: number;
  readonly count: number;
  readonly enough: number;
};

/** What came of them. `seeds`: how many were run. */
export type SeedResult = {
  readonly task: SeedTask;
  readonly seeds: number;
  readonly ops: number;
  readonly faults: number;
  /** Failures with their seeds, as they came. */
  readonly failures: readonly { readonly seed: number; readonly what: string }[];
};

// Told what to do by `run-seeds.ts`, one task after another.
process.on('message', (task: SeedTask) => {
  process.send?.(runSeeds(task));
});

function runSeeds(task: SeedTask): SeedResult {
  const design = [ourDesign, ...brokenDesigns].find(({ name }) => name === task.design);
  if (design === undefined) throw new Error(`no design is named ${task.design}`);
  const failures: { seed: number; what: string }[] = [];
  let [seeds, ops, faults] = [0, 0, 0];
  while (seeds < task.count && failures.length < task.enough) {
    const seed = task.first + seeds;
    const report = simulate(seed, design);
    seeds += 1;
    ops += report.ops;
    faults += report.faults;
    if (report.failure !== undefined) failures.push({ seed, what: report.failure });
  }
  return { task, seeds, ops, faults, failures };
}
