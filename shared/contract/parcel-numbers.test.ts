import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noParcelNumbers, noteParcelNumber } from './parcel-numbers.ts';

const seed = 20_261_130;

describe('numbers of packages', () => {
  it('read in any order, some of them twice, leave exactly the unread ones below the highest missing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 80 }), (numbers) => {
        const { highest, missing } = numbers.reduce(noteParcelNumber, noParcelNumbers);
        expect(highest).toBe(Math.max(0, ...numbers));
        const expected = Array.from({ length: highest }, (_, i) => i + 1).filter((each) => !numbers.includes(each));
        expect([...missing].sort((a, b) => a - b)).toEqual(expected);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('jump without end, but no more than a thousand are remembered', () => {
    expect(noteParcelNumber(noParcelNumbers, 2 ** 40).missing).toHaveLength(1000);
  });
});
