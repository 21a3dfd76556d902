import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPersonName } from '#shared/base/person-name.ts';
import type { RollEntry } from './meeting-roll.ts';
import { readScan, scanCodeOf } from './scan-code.ts';

const meeting = '019a4d2e-7c11-7abc-8def-0123456789ab';
const other = '019a4d2e-7c11-7abc-8def-0123456789ac';
const entry = (memberId: string, cardNumber: string): RollEntry => ({
  memberId,
  name: splitPersonName('Lò Văn Panh'),
  cardNumber,
  partyPost: '',
  standing: 'official',
  status: null,
  reason: '',
  noted: 'hand',
});
const roll = [
  entry('a', '12345678'),
  entry('b', ''),
  entry('c', '87 654 321'),
  entry('d', '11111111'),
  entry('e', '11111111'),
];

describe('a card number', () => {
  it('finds its member, however it is spaced', () => {
    expect(readScan('12345678', meeting, roll)).toEqual({ kind: 'found', memberId: 'a', noted: 'number' });
    expect(readScan(' 12.345-678 ', meeting, roll)).toEqual({ kind: 'found', memberId: 'a', noted: 'number' });
    expect(readScan('87654321', meeting, roll)).toEqual({ kind: 'found', memberId: 'c', noted: 'number' });
  });

  it('of nobody here, of two, or no number at all is said to be so', () => {
    expect(readScan('00000001', meeting, roll)).toEqual({ kind: 'unknown', form: 'card' });
    expect(readScan('11111111', meeting, roll)).toEqual({ kind: 'ambiguous' });
    for (const typed of ['', '123', 'Lò Văn Panh', '1234567x', '123456789'])
      expect(readScan(typed, meeting, roll)).toEqual({ kind: 'unreadable' });
  });
});

describe('a printed code', () => {
  it('is 14 digits and finds its member, with a card or without', () => {
    expect(scanCodeOf(meeting, 'b')).toMatch(/^\d{14}$/);
    expect(readScan(scanCodeOf(meeting, 'b'), meeting, roll)).toEqual({ kind: 'found', memberId: 'b', noted: 'scan' });
  });

  it('of another meeting finds nobody', () => {
    expect(readScan(scanCodeOf(other, 'b'), meeting, roll)).toEqual({ kind: 'unknown', form: 'code' });
  });

  it('with one wrong digit is never taken for anybody', () => {
    const code = scanCodeOf(meeting, 'a');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const wrong = `${code.slice(0, at)}${String((Number(code[at]) + by) % 10)}${code.slice(at + 1)}`;
        expect(readScan(wrong, meeting, roll)).toEqual({ kind: 'unreadable' });
      }),
    );
  });
});
