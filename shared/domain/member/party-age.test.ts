import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { defaultMemberRules as rules } from './member-rules.ts';
import { addMonths, findComingBadge, findPartyAge, findProbationEnd } from './party-age.ts';

const today = toPlainDate('2026-11-22');

describe('years in the Party', () => {
  it('are full on the anniversary and not a day before', () => {
    expect(findPartyAge(toPartialDate('2018-11-22'), today)).toEqual({ years: 8, exact: true });
    expect(findPartyAge(toPartialDate('2018-11-23'), today)).toEqual({ years: 7, exact: true });
  });
  it('are only about right when the year alone is known', () => {
    expect(findPartyAge(toPartialDate('1968'), today)).toEqual({ years: 58, exact: false });
  });
  it('are unknown without a date or with one still to come', () => {
    expect(findPartyAge(null, today)).toBeUndefined();
    expect(findPartyAge(toPartialDate('2027-01-01'), today)).toBeUndefined();
  });
});

describe('the coming badge', () => {
  it('is given on the first award day on or after the anniversary', () => {
    expect(findComingBadge({ admittedOn: toPartialDate('1982-01-10'), state: 'official' }, today, rules)).toEqual({
      years: 45,
      on: '2027-02-03',
    });
    expect(findComingBadge({ admittedOn: toPartialDate('1987-02-03'), state: 'exempt' }, today, rules)).toEqual({
      years: 40,
      on: '2027-02-03',
    });
  });
  it('waits for the next year when the anniversary falls after 7 November', () => {
    expect(findComingBadge({ admittedOn: toPartialDate('1996-11-08'), state: 'official' }, today, rules)).toEqual({
      years: 30,
      on: '2027-02-03',
    });
  });
  it('is not announced for those on probation, gone, or without an exact day', () => {
    expect(
      findComingBadge({ admittedOn: toPartialDate('1982-01-10'), state: 'transferred' }, today, rules),
    ).toBeUndefined();
    expect(
      findComingBadge({ admittedOn: toPartialDate('2026-01-10'), state: 'probationary' }, today, rules),
    ).toBeUndefined();
    expect(findComingBadge({ admittedOn: toPartialDate('1982'), state: 'official' }, today, rules)).toBeUndefined();
    const again = { readmittedOn: toPartialDate('1990-05-19'), state: 'official' as const };
    expect(findComingBadge({ ...again, admittedOn: toPartialDate('1982-01-10') }, today, rules)).toBeUndefined();
  });
});

describe('probation', () => {
  it('ends twelve months after admission, for the probationary only', () => {
    expect(findProbationEnd({ admittedOn: toPartialDate('2026-01-12'), state: 'probationary' }, rules)).toBe(
      '2027-01-12',
    );
    expect(findProbationEnd({ admittedOn: toPartialDate('2026-01-12'), state: 'official' }, rules)).toBeUndefined();
  });
  it('keeps to the last day of a shorter month', () => {
    expect(addMonths(toPlainDate('2026-08-31'), 6)).toBe('2027-02-28');
    expect(addMonths(toPlainDate('2024-02-29'), 12)).toBe('2025-02-28');
  });
});
