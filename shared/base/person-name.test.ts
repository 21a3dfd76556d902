import { describe, expect, it } from 'vitest';
import { compareFullNames, comparePersonNames, formatPersonName, splitPersonName } from './person-name.ts';

describe('splitPersonName', () => {
  it('takes the first word as họ, the last as tên, the rest as đệm', () => {
    expect(splitPersonName('Nguyễn Thị Minh Ánh')).toEqual({ familyName: 'Nguyễn', middleName: 'Thị Minh', givenName: 'Ánh' });
    expect(splitPersonName(' Vi  Đức ')).toEqual({ familyName: 'Vi', middleName: '', givenName: 'Đức' });
  });

  it('takes a one-word name as tên and an empty one as nothing', () => {
    expect(splitPersonName('Páo')).toEqual({ familyName: '', middleName: '', givenName: 'Páo' });
    expect(splitPersonName('')).toEqual({ familyName: '', middleName: '', givenName: '' });
  });

  it('lets a person correct the guess', () => {
    const name = splitPersonName('Y Bhiô Êban', { familyName: 'Êban', middleName: '', givenName: 'Y Bhiô' });
    expect(name).toEqual({ familyName: 'Êban', middleName: '', givenName: 'Y Bhiô' });
  });

  it('writes the parts back in order', () => {
    expect(formatPersonName(splitPersonName('Giàng A Câu'))).toBe('Giàng A Câu');
    expect(formatPersonName(splitPersonName('Páo'))).toBe('Páo');
  });
});

describe('order of people', () => {
  const right = ['Lê Văn An', 'Nguyễn Văn An', 'Nguyễn Thị Ánh', 'Hoàng Văn Ân', 'Trần Thị Bình', 'Lý Văn Dương', 'Nông Thị Đào', 'Vi Văn Đức'];

  it('goes by tên, then họ, then đệm', () => {
    expect(right.toReversed().toSorted(compareFullNames)).toEqual(right);
    expect(['Lê Văn An', 'Lê Thị An'].toSorted(compareFullNames)).toEqual(['Lê Thị An', 'Lê Văn An']);
  });

  it('uses corrected parts, not the words of the full name', () => {
    const corrected = splitPersonName('Y Bhiô Êban', { familyName: 'Êban', middleName: '', givenName: 'Bhiô' });
    expect(comparePersonNames(corrected, splitPersonName('Trần Văn Cường'))).toBeLessThan(0);
  });
});
