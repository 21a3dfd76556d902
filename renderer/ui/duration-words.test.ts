import { describe, expect, it } from 'vitest';
import { clockInWords, durationInWords } from './duration-words.ts';

describe('spans in words', () => {
  it('have one or two parts that a person would say', () => {
    const minute = 60_000;
    const hour = 60 * minute;
    expect(
      [400, 45_000, 2 * minute, 3 * hour, 3 * hour + 20 * minute, 53 * hour, 87_660 * hour].map(durationInWords),
    ).toEqual(['0,4 giây', '45 giây', '2 phút', '3 giờ', '3 giờ 20 phút', '2 ngày 5 giờ', '10 năm']);
  });
  it('never say sixty minutes or twenty-four hours beside a larger part', () => {
    expect(durationInWords(2 * 3_600_000 - 1000)).toBe('2 giờ');
    expect(durationInWords(2 * 86_400_000 - 1000)).toBe('2 ngày');
  });
});

describe('the clock in words', () => {
  it('is right up to a minute and says which way it is off beyond', () => {
    expect(clockInWords(-400)).toEqual({ text: 'Đúng, lệch 0,4 giây', off: false });
    expect(clockInWords(-3 * 3_600_000).text).toContain('Chạy nhanh 3 giờ');
    expect(clockInWords(600_000)).toMatchObject({ off: true });
    expect(clockInWords(null).off).toBe(false);
  });
});
