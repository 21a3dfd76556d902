import { expect, it } from 'vitest';
import { passHeld } from './cookie.ts';
import { takePage } from './snapshot-load.ts';

const copy = { epoch: 'b', base: 0, after: 0, held: { from: 100, to: 140 } };

it('what a merged commune brought along is passed over when the pages have come to it, and completes nothing', () => {
  const before = takePage(copy, { epoch: 'b', next: 90, more: true });
  expect(before).toEqual({ ...copy, after: 90 });
  const passed = takePage(before, { epoch: 'b', next: 100, more: true });
  expect(passed).toEqual({ epoch: 'b', base: 0, after: 140 });
  expect(takePage(passed, { epoch: 'b', next: 151, more: false })).toEqual({ epoch: 'b', base: 151, after: 151 });
});

it('a page that went beyond it leaves nothing to pass over', () => {
  expect(takePage(copy, { epoch: 'b', next: 160, more: false })).toEqual({ epoch: 'b', base: 160, after: 160 });
  expect(passHeld({ epoch: 'b', base: 5, after: 5 })).toEqual({ epoch: 'b', base: 5, after: 5 });
});
