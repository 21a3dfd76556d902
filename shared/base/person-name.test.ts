import { describe, expect, it } from 'vitest';
import { compareFullNames, comparePersonNames, splitPersonName } from './person-name.ts';

describe('splitPersonName', () => {
  it('takes the first word as họ, the last as tên, the rest as đệm', () => {
    expect(splitPersonName('Nguyễn Thị Minh Ánh')).toEqual({
      full: 'Nguyễn Thị Minh Ánh',
      family: 'Nguyễn',
      middle: 'Thị Minh',
      given: 'Ánh',
    });
    expect(splitPersonName(' Vi  Đức ')).toEqual({ full: 'Vi Đức', family: 'Vi', middle: '', given: 'Đức' });
  });

  it('takes a one-word name as tên and an empty one as nothing', () => {
    expect(splitPersonName('Páo')).toEqual({ full: 'Páo', family: '', middle: '', given: 'Páo' });
    expect(splitPersonName('')).toEqual({ full: '', family: '', middle: '', given: '' });
  });

  it('lets a person correct the guess and keeps the name as written', () => {
    const name = splitPersonName('Y Bhiô Êban', { family: 'Êban', middle: '', given: 'Y Bhiô' });
    expect(name).toEqual({ full: 'Y Bhiô Êban', family: 'Êban', middle: '', given: 'Y Bhiô' });
  });
});

describe('order of people', () => {
  const right = [
    'Lê Văn An',
    'Nguyễn Văn An',
    'Nguyễn Thị Ánh',
    'Hoàng Văn Ân',
    'Trần Thị Bình',
    'Lý Văn Dương',
    'Nông Thị Đào',
    'Vi Văn Đức',
  ];

  it('goes by tên, then họ, then đệm', () => {
    expect(right.toReversed().toSorted(compareFullNames)).toEqual(right);
    expect(['Lê Văn An', 'Lê Thị An'].toSorted(compareFullNames)).toEqual(['Lê Thị An', 'Lê Văn An']);
  });

  it('uses corrected parts, not the words of the full name', () => {
    const corrected = splitPersonName('Y Bhiô Êban', { family: 'Êban', middle: '', given: 'Bhiô' });
    expect(comparePersonNames(corrected, splitPersonName('Trần Văn Cường'))).toBeLessThan(0);
  });
});
