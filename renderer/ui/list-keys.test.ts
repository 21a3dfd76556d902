import { expect, test } from 'vitest';
import { stepOfKey } from './list-keys.ts';

test('arrow keys move one row and stop at both ends', () => {
  expect(stepOfKey('ArrowDown', 3, 10)).toBe(4);
  expect(stepOfKey('ArrowDown', 9, 10)).toBe(9);
  expect(stepOfKey('ArrowUp', 0, 10)).toBe(0);
});

test('the first arrow down chooses the first row when nothing is chosen', () => {
  expect(stepOfKey('ArrowDown', -1, 10)).toBe(0);
});

test('Home and End go to the ends, other keys and empty lists do nothing', () => {
  expect(stepOfKey('Home', 7, 10)).toBe(0);
  expect(stepOfKey('End', 2, 10)).toBe(9);
  expect(stepOfKey('a', 2, 10)).toBeUndefined();
  expect(stepOfKey('End', -1, 0)).toBeUndefined();
});
