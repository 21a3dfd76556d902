import { describe, expect, it } from 'vitest';
import { toPartialDate, type PartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberEventKind } from '#shared/domain/member/member-event-record.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';
import type { LifeEvent } from '#shared/domain/member-life/life-event.ts';
import { findBadgeCases, type BadgeCase, type BadgeRuleSet } from './badge-cases.ts';
import { defaultBadgeRules } from './badge-rules.ts';
import { findPartyTime, partyAgeOn } from './party-time.ts';

const on = toPlainDate('2026-02-03');
const rules: BadgeRuleSet = { member: defaultMemberRules, badge: defaultBadgeRules };
let made = 0;

function event(kind: MemberEventKind, day: string, more: Partial<LifeEvent> = {}): LifeEvent {
  made += 1;
  return {
    id: `event-${String(made).padStart(4, '0')}`,
    kind,
    effectiveOn: toPartialDate(day),
    until: null,
    state: 'decided',
    isPastOnly: true,
    sets: {},
    before: {},
    form: '',
    years: null,
    unitId: null,
    ...more,
  };
}

function member(admitted: string | null, more: Partial<MemberFields> = {}): MemberFields {
  const admittedOn: PartialDate | null = admitted === null ? null : toPartialDate(admitted);
  return { ...blankMember, state: 'official', admittedOn, officialOn: admittedOn, ...more };
}

function cases(of: MemberFields, events: readonly LifeEvent[] = [], set = rules): readonly BadgeCase[] {
  return findBadgeCases({ member: of, events, madeOn: toPlainDate('2026-01-01') }, on, set);
}

const brief = (all: readonly BadgeCase[]): unknown => all.map(({ years, standing }) => [years, standing]);

describe('badges of an award day', () => {
  it('are due from the day after the award day before to the day itself', () => {
    expect(brief(cases(member('1996-02-03')))).toEqual([[30, 'due']]);
    expect(brief(cases(member('1995-11-08')))).toEqual([[30, 'due']]);
    expect(brief(cases(member('1995-11-07')))).toEqual([[30, 'overdue']]);
    expect(brief(cases(member('1996-02-04')))).toEqual([[30, 'early']]);
    expect(brief(cases(member('1997-02-04')))).toEqual([]);
  });
  it('name the badges missed below the one that is due, and none below one that is held', () => {
    expect(cases(member('1976-01-10'))[0]?.missed).toEqual([30, 40, 45]);
    expect(cases(member('1976-01-10'), [event('badge', '2021-02-03', { years: 45 })])[0]?.missed).toEqual([]);
    expect(brief(cases(member('1980-01-10'), [event('badge', '2025-02-03', { years: 45 })]))).toEqual([]);
  });
  it('wait for as long as somebody was out of the Party', () => {
    const away = [event('struck-off', '2000-01-01'), event('readmitted', '2001-01-01')];
    expect(brief(cases(member('1996-01-10'), away))).toEqual([[30, 'early']]);
    expect(brief(cases(member('1995-01-10'), away))).toEqual([[30, 'due']]);
    expect(brief(cases(member('1981-01-10'), [event('badge', '2011-02-03', { years: 30 }), ...away]))).toEqual([
      [40, 'overdue'],
      [45, 'early'],
    ]);
  });
  it('count restored time or not, as the office says', () => {
    const away = [event('expelled', '2000-01-01'), event('restored', '2001-01-01')];
    expect(brief(cases(member('1996-01-10'), away))).toEqual([[30, 'due']]);
    const strict: BadgeRuleSet = { ...rules, badge: { ...defaultBadgeRules, restoredTime: 'subtracted' } };
    expect(brief(cases(member('1996-01-10'), away, strict))).toEqual([[30, 'early']]);
  });
  it('ask for a day that is not known, and leave nobody out for it', () => {
    expect(cases(member('1996'))).toMatchObject([{ years: 30, standing: 'date-needed', doubt: 'admission' }]);
    expect(brief(cases(member('1995-11')))).toEqual([[30, 'date-needed']]);
    expect(brief(cases(member('1996-03')))).toEqual([[30, 'early']]);
    expect(cases(member(null))).toMatchObject([{ years: null, standing: 'date-needed', doubt: 'admission' }]);
    expect(cases(member(null, { bornOn: toPartialDate('1990') }))).toEqual([]);
    const unknownExit = member('1996-01-10', { readmittedOn: toPartialDate('2001-05-19') });
    expect(cases(unknownExit)).toMatchObject([{ years: 30, standing: 'date-needed', doubt: 'gap' }]);
    const yearOnly = [event('struck-off', '2000'), event('readmitted', '2000-12-31')];
    expect(cases(member('1996-01-10'), yearOnly)).toMatchObject([{ standing: 'date-needed', doubt: 'gap' }]);
  });
  it('may be early by a year, of seventy years and more by two', () => {
    expect(brief(cases(member('1987-02-03'), [event('badge', '2017-02-03', { years: 30 })]))).toEqual([[40, 'early']]);
    expect(brief(cases(member('1987-02-04'), [event('badge', '2017-02-03', { years: 30 })]))).toEqual([]);
    expect(brief(cases(member('1958-02-03'), [event('badge', '2023-02-03', { years: 65 })]))).toEqual([[70, 'early']]);
    expect(brief(cases(member('1958-02-04'), [event('badge', '2023-02-03', { years: 65 })]))).toEqual([]);
  });
  it('are given after death when no more than a year was lacking, for a year', () => {
    const dead = (admitted: string, day: string): unknown =>
      brief(cases(member(admitted, { state: 'deceased' }), [event('deceased', day, { isPastOnly: false })]));
    expect(dead('1996-12-20', '2025-12-20')).toEqual([[30, 'posthumous']]);
    expect(dead('1996-12-21', '2025-12-20')).toEqual([]);
    expect(dead('1995-12-20', '2025-02-03')).toEqual([[30, 'posthumous']]);
    expect(dead('1995-12-20', '2025-02-02')).toEqual([]);
    expect(dead('1996-12-21', '2025-12')).toEqual([[30, 'date-needed']]);
  });
  it('keep what was asked for and given in sight', () => {
    const asked = event('badge', '2026-02-03', { years: 30, state: 'proposed', form: 'early' });
    expect(cases(member('1996-05-19'), [asked])).toMatchObject([{ standing: 'early', eventId: asked.id }]);
    expect(cases(member('1999-05-19'), [asked])).toMatchObject([{ standing: 'no-longer', eventId: asked.id }]);
    expect(brief(cases(member('1996-01-10'), [event('badge', '2026-02-03', { years: 30 })]))).toEqual([
      [30, 'awarded'],
    ]);
  });
  it('wait while a discipline has not been made good', () => {
    const warned = [event('disciplined', '2025-06-01', { form: 'warning' })];
    expect(cases(member('1996-01-10'), warned)[0]?.heldUntil).toBe('2026-03-01');
    const rebuked = [event('disciplined', '2025-06-01', { form: 'reprimand' })];
    expect(cases(member('1996-01-10'), rebuked)[0]?.heldUntil).toBeNull();
  });
  it('are for members alone', () => {
    for (const state of ['candidate', 'probationary', 'guest', 'transferred', 'left', 'deceased'] as const)
      expect(cases(member('1976-01-10', { state }))).toEqual([]);
    for (const state of ['exempt', 'temporarily-away'] as const)
      expect(brief(cases(member('1976-01-10', { state })))).toEqual([[50, 'due']]);
  });
});

describe('years in the Party', () => {
  const age = (of: MemberFields, events: readonly LifeEvent[] = [], set = defaultBadgeRules): unknown => {
    const time = findPartyTime({ member: of, events }, set, defaultMemberRules);
    return time && partyAgeOn(time, on);
  };
  it('are full years and months without the time out', () => {
    expect(age(member('1996-02-29'))).toEqual({ years: 29, months: 11, isExact: true });
    expect(age(member('1995-11-03'))).toEqual({ years: 30, months: 3, isExact: true });
    const away = [event('resigned', '2000-01-01'), event('readmitted', '2001-01-01')];
    expect(age(member('1995-11-03'), away)).toEqual({ years: 29, months: 2, isExact: true });
    expect(age(member('1995'))).toMatchObject({ isExact: false });
    expect(age(member(null))).toBeUndefined();
  });
  it('leave the delay of a late recognition out where the office says so', () => {
    const late = member('1995-01-10', { officialOn: toPartialDate('1997-01-10') });
    expect(age(late)).toMatchObject({ years: 31 });
    expect(age(late, [], { ...defaultBadgeRules, lateRecognition: 'official' })).toMatchObject({ years: 30 });
  });
});
