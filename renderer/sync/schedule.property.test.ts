import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstPace, nextDelayMs, paceAfterAnswer, paceAfterBusy, paceAfterFailure } from './schedule.ts';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the pace of sync', () => {
  it('never waits longer than five and a half minutes and never gives up, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('failed', 'quiet', 'moved'), { maxLength: 200 }), random, (events, dice) => {
        const pace = events.reduce(
          (at, event) => (event === 'failed' ? paceAfterFailure(at) : paceAfterAnswer(at, event === 'moved')),
          firstPace,
        );
        const delay = nextDelayMs(pace, dice);
        expect(delay).toBeGreaterThanOrEqual(pace.failures > 0 && pace.failures <= 2 ? 400 : 1000);
        expect(delay).toBeLessThanOrEqual(330_000);
      }),
    );
  });

  it('tries a line that has just broken twice within two seconds, and only then leaves it alone for longer', () => {
    const [once, twice, thrice] = [1, 2, 3].map((times) =>
      Array.from({ length: times }).reduce<typeof firstPace>((pace) => paceAfterFailure(pace), firstPace),
    ) as [typeof firstPace, typeof firstPace, typeof firstPace];
    expect(nextDelayMs(once, 0.99) + nextDelayMs(twice, 0.99)).toBeLessThan(2000);
    expect(nextDelayMs(thrice, 0.99)).toBeGreaterThan(3000);
  });

  it('is quick again at the first answer that brings something', () => {
    const tired = Array.from({ length: 12 }).reduce<typeof firstPace>((pace) => paceAfterFailure(pace), firstPace);
    expect(nextDelayMs(tired, 0.99)).toBeGreaterThan(200_000);
    expect(nextDelayMs(paceAfterAnswer(tired, true), 0.5)).toBe(15_000);
  });

  it('while files are awaited looks soon and ever later, never later than usual, and tells the usual pause nothing of it', () => {
    expect(nextDelayMs(firstPace, 0.5, 0)).toBe(2000);
    expect(nextDelayMs(firstPace, 0.5, 40_000)).toBe(10_000);
    expect(nextDelayMs(firstPace, 0.5, 3_600_000)).toBe(15_000);
    expect(paceAfterAnswer(firstPace, false, 40_000)).toEqual(firstPace);
    expect(paceAfterAnswer(firstPace, false, 3_600_000)).toEqual(paceAfterAnswer(firstPace, false));
  });

  it('for a file that never comes makes a score of requests more within the first hour, and as many as ever afterwards', () => {
    const requestsIn = (ms: number, isAwaiting: boolean): number => {
      let [pace, at, count] = [firstPace, 0, 0];
      for (; at < ms; count += 1) {
        const waited = isAwaiting ? at : undefined;
        at += nextDelayMs(pace, 0.5, waited);
        pace = paceAfterAnswer(pace, false, isAwaiting ? at : undefined);
      }
      return count;
    };
    const HOUR = 3_600_000;
    expect(requestsIn(HOUR, true) - requestsIn(HOUR, false)).toBeLessThanOrEqual(20);
    expect(requestsIn(9 * HOUR, true) - requestsIn(9 * HOUR, false)).toBe(
      requestsIn(HOUR, true) - requestsIn(HOUR, false),
    );
  });

  it('leaves a busy server alone for as long as it asked, and forgets that at its next answer', () => {
    const busy = paceAfterBusy(firstPace, 20_000);
    expect(nextDelayMs(busy, 0, 1000)).toBe(20_000);
    expect(nextDelayMs(busy, 0.99)).toBeLessThanOrEqual(22_000);
    expect(nextDelayMs(paceAfterBusy(firstPace, 0), 0)).toBe(1000);
    expect(paceAfterAnswer(busy, true)).toEqual(firstPace);
    expect(paceAfterFailure(busy)).toEqual(paceAfterFailure(firstPace));
  });

  it('spreads the returns of many offices over the whole pause', () => {
    const pace = Array.from({ length: 9 }).reduce<typeof firstPace>((at) => paceAfterFailure(at), firstPace);
    expect(nextDelayMs(pace, 0.1)).toBeLessThan(nextDelayMs(pace, 0.9) / 5);
  });
});
