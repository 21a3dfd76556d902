import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { checkCitizenId, cleanCitizenId } from './citizen-id.ts';

const man = { gender: 'male', bornOn: toPartialDate('1975-09-02') } as const;
const woman = { gender: 'female', bornOn: toPartialDate('2001') } as const;

describe('checkCitizenId', () => {
  it('is content with a number that fits the person', () => {
    expect(checkCitizenId('020075123456', man)).toEqual([]);
    expect(checkCitizenId('020301123456', woman)).toEqual([]);
    expect(checkCitizenId('', man)).toEqual([]);
    expect(checkCitizenId('020075123456', { gender: 'male', bornOn: null })).toEqual([]);
  });

  it('names what does not fit', () => {
    expect(checkCitizenId('020175123456', man)).toEqual(['gender']);
    expect(checkCitizenId('020275123456', man)).toEqual(['birth-year']);
    expect(checkCitizenId('020076123456', man)).toEqual(['birth-year']);
    expect(checkCitizenId('003075123456', man)).toEqual(['province']);
    expect(checkCitizenId('02007512345', man)).toEqual(['length']);
    expect(checkCitizenId('02007512345x', man)).toEqual(['length']);
    expect(checkCitizenId('080123456', man)).toEqual(['old-number']);
  });

  it('does not judge country codes', () => {
    expect(checkCitizenId('101075123456', man)).toEqual([]);
  });

  it('cleans what people type', () => {
    expect(cleanCitizenId(' 020 075 123.456 ')).toBe('020075123456');
  });
});
