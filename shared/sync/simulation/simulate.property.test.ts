import { describe, expect, it } from 'vitest';
import { brokenDesigns, ourDesign } from './design.ts';
import { simulate } from './simulate.ts';

const SEEDS = 60;
/** A broken design is tried until it is caught; the rarest takes about a hundred runs. */
const BROKEN_SEEDS = 150;

describe('an office under lost, doubled, late and cut messages, crashes, wrong clocks and restored servers', () => {
  it('keeps every property with our design', () => {
    for (let seed = 1; seed <= SEEDS; seed += 1)
      expect(simulate(seed, ourDesign).failure, `seed ${String(seed)}`).toBeUndefined();
  });

  it('runs the same way twice with the same seed', () => {
    expect(simulate(7, ourDesign)).toEqual(simulate(7, ourDesign));
  });

  it.each(brokenDesigns.map((design) => [design.name, design] as const))(
    'is caught breaking a property with %s',
    (_name, design) => {
      const seeds = Array.from({ length: BROKEN_SEEDS }, (_, i) => i + (design.firstSeed ?? 1));
      expect(seeds.find((seed) => simulate(seed, design).failure !== undefined)).toBeDefined();
    },
  );
});
