import { describe, expect, it } from 'vitest';
import {
  findExactDate,
  formatDate,
  isPartialDate,
  partialDateSchema,
  precisionOf,
  toPartialDate,
  yearOf,
} from './partial-date.ts';

describe('PartialDate', () => {
  it('holds a year, a month or a day', () => {
    expect(['1945', '1945-03', '1945-03-02'].map((text) => precisionOf(toPartialDate(text)))).toEqual([
      'year',
      'month',
      'day',
    ]);
    expect(isPartialDate('1945-13')).toBe(false);
    expect(isPartialDate('1945-00-00')).toBe(false);
    expect(partialDateSchema.safeParse('1945-02-30').success).toBe(false);
    expect(() => toPartialDate('45')).toThrow();
  });

  it('is shown in Vietnamese order', () => {
    expect(formatDate(toPartialDate('1945-03-02'))).toBe('02/03/1945');
    expect(formatDate(toPartialDate('1945-03'))).toBe('03/1945');
    expect(formatDate(toPartialDate('1945'))).toBe('1945');
  });

  it('is exact only when the day is known', () => {
    expect(findExactDate(toPartialDate('1945-03'))).toBeUndefined();
    expect(findExactDate(toPartialDate('1945-03-02'))).toBe('1945-03-02');
    expect(yearOf(toPartialDate('1945-03'))).toBe(1945);
  });
});
