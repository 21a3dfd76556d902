import { expect, it } from 'vitest';
import { createRateLimiter } from './rate-limiter.ts';

it('stops a key at its limit, others not, and lets it go on in the next window', () => {
  let now = 0;
  const limiter = createRateLimiter(2, 1000, () => now);
  limiter.count('a');
  expect(limiter.isOver('a')).toBe(false);
  limiter.count('a');
  expect(limiter.isOver('a')).toBe(true);
  expect(limiter.isOver('b')).toBe(false);
  now = 1000;
  expect(limiter.isOver('a')).toBe(false);
});
