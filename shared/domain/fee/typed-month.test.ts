import { expect, test } from 'vitest';
import { readMoney, readMonth, showMonth } from './typed-month.ts';

test.each([
  ['02/2026', '2026-02'],
  ['2/2026', '2026-02'],
  ['022026', '2026-02'],
  ['12-2026', '2026-12'],
  ['13/2026', undefined],
  ['0/2026', undefined],
  ['2026', undefined],
  ['', undefined],
])('%s is the month %s', (typed, month) => expect(readMonth(typed)).toBe(month));

test.each([
  ['50.000', 50_000],
  ['50 000', 50_000],
  ['50000', 50_000],
  ['-5', undefined],
  ['5,5', undefined],
  ['năm', undefined],
  ['', undefined],
])('%s is %s VND', (typed, value) => expect(readMoney(typed)).toBe(value));

test('a month is shown as it is typed', () => expect(readMonth(showMonth('2026-09'))).toBe('2026-09'));
