import { describe, expect, it } from 'vitest';
import { compareNumbered, compareText } from './collation.ts';

describe('Vietnamese order', () => {
  it('sorts đ after d and marked vowels in their places', () => {
    const names = ['Đỗ', 'Dương', 'Đinh', 'Doãn', 'Đặng', 'Dư'];
    expect(names.toSorted(compareText)).toEqual(['Doãn', 'Dư', 'Dương', 'Đặng', 'Đinh', 'Đỗ']);
  });

  it('sorts tones ngang, huyền, hỏi, ngã, sắc, nặng', () => {
    expect(['mạ', 'má', 'mã', 'mả', 'mà', 'ma'].toSorted(compareText)).toEqual(['ma', 'mà', 'mả', 'mã', 'má', 'mạ']);
  });

  it('sorts numbers by value when asked', () => {
    expect(['12-KH/TU', '2-KH/TU', '10-KH/TU'].toSorted(compareNumbered)).toEqual(['2-KH/TU', '10-KH/TU', '12-KH/TU']);
  });
});
