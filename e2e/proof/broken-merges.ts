/** The simulated office keeps every property with our design, and is caught with each deliberately broken one. */
import { brokenDesigns, ourDesign } from '#shared/sync/simulation/design.ts';
import { simulate } from '#shared/sync/simulation/simulate.ts';

const OUR_SEEDS = 160;
/** A broken design is tried with seeds until it was caught often enough to show that it was no luck. */
const BROKEN_SEEDS = 60;
const CAUGHT_ENOUGH = 2;

let ops = 0;
let faults = 0;
const failures: string[] = [];

for (let seed = 1; seed <= OUR_SEEDS; seed += 1) {
  const report = simulate(seed, ourDesign);
  ops += report.ops;
  faults += report.faults;
  if (report.failure !== undefined) failures.push(`ours, seed ${String(seed)}: ${report.failure}`);
}
console.log(
  `ours: ${String(OUR_SEEDS)} seeds, ${String(ops)} ops, ${String(faults)} faults, ${String(failures.length)} failing`,
);

for (const design of brokenDesigns) {
  const found: string[] = [];
  const { firstSeed } = design;
  const enough = firstSeed === undefined ? CAUGHT_ENOUGH : 1;
  let seeds = 0;
  while (seeds < BROKEN_SEEDS && found.length < enough) {
    const { failure } = simulate((firstSeed ?? 1) + seeds, design);
    seeds += 1;
    if (failure !== undefined) found.push(failure);
  }
  console.log(
    `${design.name}: caught in ${String(found.length)} of ${String(seeds)} seeds; first: ${found[0] ?? 'never'}`,
  );
  if (found.length === 0) failures.push(`${design.name} was not caught`);
}

if (failures.length > 0) {
  console.log(`broken-merges: FAILED ${failures.join('; ')}`);
  process.exitCode = 1;
} else {
  console.log(
    `broken-merges: ok ${String(OUR_SEEDS)} seeds, ${String(ops)} ops, ${String(brokenDesigns.length)} broken designs caught`,
  );
}
