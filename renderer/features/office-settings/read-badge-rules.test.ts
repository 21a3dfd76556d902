import { describe, expect, it } from 'vitest';
import { defaultMemberRules, memberRulesSchema } from '#shared/domain/member/member-rules.ts';
import { readBadgeYears, readYearDay, writeYearDay } from './read-badge-rules.ts';

describe('the days on which badges are given, as a person writes them', () => {
  it('come back as they were', () => {
    for (const day of defaultMemberRules.badgeDays) expect(readYearDay(writeYearDay(day))).toBe(day);
    expect(writeYearDay('02-03')).toBe('03/02');
  });
  it.each([
    ['3/2', '02-03'],
    [' 19-5 ', '05-19'],
    ['7.11', '11-07'],
  ])('%s is read', (written, day) => {
    expect(readYearDay(written)).toBe(day);
    expect(memberRulesSchema.shape.badgeDays.safeParse([day]).success).toBe(true);
  });
  it.each(['', '29/2', '31/12', '0/5', '5/13', '3/2/2026', 'Quốc khánh'])('%j is not', (written) => {
    expect(readYearDay(written)).toBeUndefined();
  });
  it('and years are whole and not beyond a life', () => {
    expect(['30', ' 100 ', '0', '121', '30,5', 'ba mươi'].map(readBadgeYears)).toEqual([
      30,
      100,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
