/** The simulated office keeps every property with our design, and is caught with each deliberately broken one. */
import { expectEqual, runProof } from '#e2e/office/run-proof.ts';
import { runSeeds } from '#e2e/office/run-seeds.ts';
import type { SeedTask } from '#e2e/office/seed-run.ts';
import { brokenDesigns, ourDesign } from '#shared/sync/simulation/design.ts';

const OUR_SEEDS = 400;
/** A broken design is tried with seeds until it was caught often enough to show that it was no luck. */
const BROKEN_SEEDS = 80;
const CAUGHT_ENOUGH = 8;
/** Seeds of our design that one process runs at a time. */
const AT_ONCE = 25;

await runProof('broken-merges', async ({ say }) => {
  // Of a design that few runs catch, the seed is named that does.
  const broken = brokenDesigns.map(({ name, firstSeed }): SeedTask => ({
    design: name,
    first: firstSeed ?? 1,
    count: BROKEN_SEEDS,
    enough: firstSeed === undefined ? CAUGHT_ENOUGH : 1,
  }));
  const ours = Array.from({ length: OUR_SEEDS / AT_ONCE }, (_, i): SeedTask => ({
    ...{ design: ourDesign.name, first: 1 + i * AT_ONCE, count: AT_ONCE },
    enough: AT_ONCE,
  }));
  const results = await runSeeds([...broken, ...ours]);
  const own = results.filter(({ task }) => task.design === ourDesign.name);
  const sum = (of: 'ops' | 'faults' | 'seeds'): number => own.reduce((total, each) => total + each[of], 0);
  say(`ours: ${String(sum('seeds'))} seeds, ${String(sum('ops'))} ops, ${String(sum('faults'))} faults`);
  expectEqual(sum('seeds'), OUR_SEEDS, 'every seed of our design was run');
  expectEqual(
    own.flatMap(({ failures }) => failures.map(({ seed, what }) => `seed ${String(seed)}: ${what}`)),
    [],
    'our design keeps every property',
  );
  const caught = results.filter(({ task }) => task.design !== ourDesign.name);
  for (const { task, seeds, failures } of caught)
    say(
      `${task.design}: caught in ${String(failures.length)} of ${String(seeds)} seeds; first: ${failures[0]?.what ?? 'never'}`,
    );
  expectEqual(
    caught.filter(({ failures }) => failures.length === 0).map(({ task }) => task.design),
    [],
    'every broken design is caught',
  );
  return `${String(sum('seeds'))} seeds, ${String(sum('ops'))} ops, ${String(caught.length)} broken designs caught`;
});
