import { describe, expect, it } from 'vitest';
import { cleanMemberNumber, isUsualCardNumber, isUsualFileNumber } from './member-number.ts';

describe('member numbers', () => {
  it('knows the usual forms', () => {
    expect(isUsualCardNumber('12345678')).toBe(true);
    expect(isUsualCardNumber('1234567')).toBe(false);
    expect(isUsualFileNumber('012345LS')).toBe(true);
    expect(isUsualFileNumber('012345ĐBP')).toBe(true);
    expect(isUsualFileNumber('12345LS')).toBe(false);
    expect(isUsualFileNumber('012345LSXX')).toBe(false);
  });

  it('cleans what is typed and keeps old numbers', () => {
    expect(cleanMemberNumber(' 012 345 ls ')).toBe('012345LS');
    expect(cleanMemberNumber('12.345.678')).toBe('12345678');
    expect(cleanMemberNumber('A-17')).toBe('A17');
  });
});
