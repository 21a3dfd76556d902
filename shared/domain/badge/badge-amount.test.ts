import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';
import { awardDays, nextAwardDay, previousAwardDay } from './award-days.ts';
import { badgeAmount } from './badge-amount.ts';
import { defaultBadgeRules } from './badge-rules.ts';

describe('the money of a badge', () => {
  it('is the factor times the base salary in force on the day', () => {
    expect(badgeAmount(30, toPlainDate('2025-02-03'), defaultBadgeRules)).toMatchObject({ amount: 3_510_000 });
    expect(badgeAmount(55, toPlainDate('2025-02-03'), defaultBadgeRules)).toMatchObject({ amount: 8_190_000 });
    const raised = {
      ...defaultBadgeRules,
      baseSalaries: [...defaultBadgeRules.baseSalaries, { from: toPlainDate('2026-07-01'), amount: 2_530_000 }],
    };
    expect(badgeAmount(30, toPlainDate('2026-05-19'), raised)).toMatchObject({ amount: 3_510_000 });
    expect(badgeAmount(30, toPlainDate('2026-09-02'), raised)).toMatchObject({ amount: 3_795_000 });
  });
  it('is not made up where a table says nothing', () => {
    for (const years of [45, 85, 90])
      expect(badgeAmount(years, toPlainDate('2025-02-03'), defaultBadgeRules)).toEqual({
        kind: 'unknown',
        why: 'no-factor',
      });
    expect(badgeAmount(30, toPlainDate('2020-02-03'), defaultBadgeRules)).toEqual({ kind: 'unknown', why: 'no-base' });
  });
});

describe('award days', () => {
  it('follow each other through the year', () => {
    expect(awardDays(defaultMemberRules, 2026, 2026)).toEqual(['2026-02-03', '2026-05-19', '2026-09-02', '2026-11-07']);
    expect(nextAwardDay(defaultMemberRules, toPlainDate('2026-11-07'))).toBe('2026-11-07');
    expect(nextAwardDay(defaultMemberRules, toPlainDate('2026-11-08'))).toBe('2027-02-03');
    expect(previousAwardDay(defaultMemberRules, toPlainDate('2026-02-03'))).toBe('2025-11-07');
    expect(previousAwardDay(defaultMemberRules, toPlainDate('2026-02-04'))).toBe('2026-02-03');
  });
});
