import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { checkCitizenId } from './citizen-id.ts';

describe('checking a CCCD number', () => {
  it('raises no doubt when gender, century and year agree', () => {
    expect(checkCitizenId('015196001234', 'female', toPartialDate('1996-08-14'))).toEqual([]);
    expect(checkCitizenId('015 204 001 234', 'male', toPartialDate('2004'))).toEqual([]);
  });
  it('doubts another gender or year', () => {
    expect(checkCitizenId('015096001234', 'female', toPartialDate('1995'))).toEqual([
      { kind: 'citizen-id-gender', says: 'male' },
      { kind: 'citizen-id-year', year: 1996 },
    ]);
  });
  it('doubts a province code nobody gave, and leaves codes of countries alone', () => {
    expect(checkCitizenId('003196001234', 'female', null)).toEqual([{ kind: 'citizen-id-province', code: '003' }]);
    expect(checkCitizenId('997196001234', 'female', null)).toEqual([]);
  });
  it('takes an old number of nine digits and an empty field as they are', () => {
    expect(checkCitizenId('060123456', 'male', toPartialDate('1960'))).toEqual([]);
    expect(checkCitizenId('', 'male', null)).toEqual([]);
  });
  it('doubts any other length', () => {
    expect(checkCitizenId('01519600123', 'female', null)).toEqual([{ kind: 'citizen-id-shape' }]);
  });
});
