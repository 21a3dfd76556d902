import { describe, expect, it } from 'vitest';
import { restoredEpoch } from './epoch.ts';
import { mayResupply, RESUPPLY_MS, turnAfter, turnOfCopy } from './resupply-turn.ts';

const first = 'aaaaaaaa';
const second = restoredEpoch('bbbbbbbb', first, 50);
const third = restoredEpoch('cccccccc', second, 80);

describe('the turn of a device to bring back what a restore lost', () => {
  it('is nobody’s in a life that began with nothing', () => {
    expect(turnAfter(undefined, first, false, 0)).toBeUndefined();
    expect(mayResupply(undefined, first, 0)).toBe(false);
  });

  it('begins with its first request in the new life, be that weeks later, and ends by itself', () => {
    const weeks = 60 * 24 * 60 * 60 * 1000;
    expect(mayResupply(undefined, second, weeks)).toBe(true);
    const turn = turnAfter(undefined, second, false, weeks);
    expect(turn).toEqual({ epoch: second, untilMs: weeks + RESUPPLY_MS, isDone: false });
    expect(mayResupply(turn, second, weeks + RESUPPLY_MS - 1)).toBe(true);
    expect(mayResupply(turn, second, weeks + RESUPPLY_MS)).toBe(false);
  });

  it('is not drawn out by asking again', () => {
    const turn = turnAfter(undefined, second, false, 0);
    expect(turnAfter(turn, second, false, RESUPPLY_MS - 1)).toBeUndefined();
    expect(turnAfter(turn, second, false, RESUPPLY_MS * 9)).toBeUndefined();
  });

  it('is over when the device says that it is done, and stays so', () => {
    const done = turnAfter(turnAfter(undefined, second, false, 0), second, true, 10);
    expect(mayResupply(done, second, 11)).toBe(false);
    expect(turnAfter(done, second, false, 12)).toBeUndefined();
    expect(turnAfter(done, second, true, 12)).toBeUndefined();
  });

  it('comes again with every further restore', () => {
    const done = turnAfter(undefined, second, true, 0);
    expect(mayResupply(done, third, 5)).toBe(true);
    expect(turnAfter(done, third, false, 5)).toEqual({ epoch: third, untilMs: 5 + RESUPPLY_MS, isDone: false });
  });

  it('of a copy lasts as long as that of its origin, whether that one is done or not', () => {
    const done = turnAfter(undefined, second, true, 0);
    expect(turnOfCopy(done, second, 700)).toEqual({ epoch: second, untilMs: RESUPPLY_MS, isDone: false });
    expect(turnOfCopy(undefined, second, 700)).toEqual({ epoch: second, untilMs: 700 + RESUPPLY_MS, isDone: false });
    expect(turnOfCopy(undefined, first, 700)).toBeUndefined();
    expect(turnOfCopy(done, first, 700)).toBeUndefined();
  });
});
