import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hlcFromMs, hlcToMs, MAX_AHEAD_MS, tick, witness } from './hlc.ts';

const wall = fc.integer({ min: -4_000_000_000_000, max: 7_000_000_000_000 });

describe('the hybrid clock', () => {
  it('never stands still and never runs back, whatever the wall clock does', () => {
    fc.assert(
      fc.property(fc.array(wall, { maxLength: 30 }), (walls) => {
        let last = 0;
        for (const now of walls) {
          const next = tick(last, now);
          expect(next).toBeGreaterThan(last);
          expect(Number.isSafeInteger(next)).toBe(true);
          last = next;
        }
      }),
    );
  });

  it('is never pushed more than a minute ahead of the wall by a stamp from outside', () => {
    fc.assert(
      fc.property(fc.nat(), fc.maxSafeNat(), fc.integer({ min: 0, max: 2_000_000_000_000 }), (last, received, now) => {
        const after = witness(last, received, now);
        expect(after).toBeGreaterThanOrEqual(last);
        expect(after).toBeLessThanOrEqual(Math.max(last, hlcFromMs(now + MAX_AHEAD_MS)));
      }),
    );
  });

  it('keeps the millisecond it was made from', () => {
    fc.assert(fc.property(fc.nat(4_000_000_000), (ms) => hlcToMs(hlcFromMs(ms)) === ms));
  });
});
