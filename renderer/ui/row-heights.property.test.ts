import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowHeights } from './row-heights.ts';

const ESTIMATE = 64;

/** Heights are whole pixels here, so that sums are exact in any order. */
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('resize' as const), count: fc.nat(60) }),
    fc.record({ kind: fc.constant('measure' as const), index: fc.nat(70), height: fc.integer({ min: 1, max: 200 }) }),
  ),
  { maxLength: 60 },
);

/** The same by plain sums. */
class PlainHeights {
  #heights: readonly number[] = [];

  get count(): number {
    return this.#heights.length;
  }

  take(step: { kind: 'resize'; count: number } | { kind: 'measure'; index: number; height: number }): void {
    if (step.kind === 'resize')
      this.#heights = Array.from({ length: step.count }, (_, i) => this.#heights[i] ?? ESTIMATE);
    else if (step.index < this.count) this.#heights = this.#heights.with(step.index, step.height);
  }

  heightOf(index: number): number | undefined {
    return this.#heights[index];
  }

  offsetOf(index: number): number {
    return this.#heights.slice(0, index).reduce((sum, height) => sum + height, 0);
  }
}

test('offsets, heights and the total are the sums of what was measured and guessed, however the list was changed', () => {
  fc.assert(
    fc.property(steps, (changes) => {
      const plain = new PlainHeights();
      const heights = new RowHeights(ESTIMATE);
      for (const change of changes) {
        plain.take(change);
        if (change.kind === 'resize') heights.resize(change.count);
        else heights.measure(change.index, change.height);
      }
      expect(heights.total).toBe(plain.offsetOf(plain.count));
      for (let index = 0; index <= plain.count; index += 1) {
        expect(heights.offsetOf(index)).toBe(plain.offsetOf(index));
        if (index < plain.count) expect(heights.heightOf(index)).toBe(plain.heightOf(index));
      }
    }),
  );
});

test('every pixel of the list lies in the row that is found there', () => {
  fc.assert(
    fc.property(steps, fc.nat(4000), (changes, offset) => {
      const heights = new RowHeights(ESTIMATE);
      heights.resize(40);
      for (const change of changes) if (change.kind === 'measure') heights.measure(change.index, change.height);
      const index = heights.indexAt(offset);
      if (offset < heights.total) {
        expect(heights.offsetOf(index)).toBeLessThanOrEqual(offset);
        expect(heights.offsetOf(index + 1)).toBeGreaterThan(offset);
      } else expect(index).toBe(39);
    }),
  );
});

test('a measured row tells by how much it has grown, a row that is not there tells nothing', () => {
  const heights = new RowHeights(ESTIMATE);
  heights.resize(3);
  expect([heights.measure(1, 70), heights.measure(1, 60), heights.measure(3, 60), heights.measure(0, 0)]).toStrictEqual(
    [6, -10, 0, 0],
  );
  expect([0, 1, 2].map((index) => heights.isMeasured(index))).toStrictEqual([false, true, false]);
});

test('an empty list has no height and its first place', () => {
  const heights = new RowHeights(ESTIMATE);
  expect([heights.total, heights.indexAt(0), heights.indexAt(500)]).toStrictEqual([0, 0, 0]);
});
