import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { listBadgesDue, nextBadgeDay, partyAgeOn } from './party-age.ts';

const today = toPlainDate('2026-11-22');

describe('partyAgeOn', () => {
  it('counts whole years from admission', () => {
    expect(partyAgeOn(toPartialDate('1996-11-22'), today)).toBe(30);
    expect(partyAgeOn(toPartialDate('1996-11-23'), today)).toBe(29);
    expect(partyAgeOn(toPartialDate('2027-01-01'), today)).toBe(0);
    expect(partyAgeOn(null, today)).toBeUndefined();
  });

  it('counts an inexact date from its last day', () => {
    expect(partyAgeOn(toPartialDate('1996'), today)).toBe(29);
    expect(partyAgeOn(toPartialDate('1996-02'), today)).toBe(30);
    expect(partyAgeOn(toPartialDate('1996-11'), today)).toBe(29);
  });
});

describe('badges', () => {
  it('finds the next award day', () => {
    expect(nextBadgeDay(toPlainDate('2026-09-02'))).toBe('2026-09-02');
    expect(nextBadgeDay(toPlainDate('2026-09-03'))).toBe('2026-11-07');
    expect(nextBadgeDay(today)).toBe('2027-02-03');
  });

  it('lists members whose milestone falls between two award days', () => {
    const members = ['1996-11-08', '1997-02-03', '1997-02-04', '1996-11-07', '1986-12-01', '1991-12-01', '1997'].map(
      (day) => ({ admittedOn: toPartialDate(day) }),
    );
    const due = listBadgesDue([...members, { admittedOn: null }], toPlainDate('2027-02-03'));
    expect(due.map(({ member, years }) => [member.admittedOn, years])).toEqual([
      ['1986-12-01', 40],
      ['1996-11-08', 30],
      ['1997-02-03', 30],
    ]);
    expect(due[0]?.reachedOn).toBe('2026-12-01');
  });
});
