import { describe, expect, it } from 'vitest';
import { findPhoneNumber, formatPhoneNumber } from './phone-number.ts';

describe('telephone numbers', () => {
  it.each([
    ['0912 345 678', '0912345678'],
    ['+84 912 345 678', '0912345678'],
    ['0084912345678', '0912345678'],
    ['0168.123.4567', '0381234567'],
    ['(0205) 3812 345', '02053812345'],
  ])('reads %s', (typed, number) => {
    expect(findPhoneNumber(typed)).toBe(number);
  });

  it.each(['', '12345', '0112345678', '091234567', 'gọi văn phòng', '01991234567890'])('refuses %j', (typed) => {
    expect(findPhoneNumber(typed)).toBeUndefined();
  });

  it('groups digits for reading', () => {
    expect(formatPhoneNumber('0912345678')).toBe('0912 345 678');
    expect(formatPhoneNumber('02053812345')).toBe('0205 3812 345');
    expect(formatPhoneNumber('máy lẻ 12')).toBe('máy lẻ 12');
  });
});
