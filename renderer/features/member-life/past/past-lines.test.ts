import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { MemberEventRow } from '#renderer/data/rows.ts';
import { daysOfChange, stepDay, tellPast } from './past-lines.ts';

const moved = {
  ...{ id: 'e1', kind: 'moved', effectiveOn: toPartialDate('2026-05-04'), until: null, state: 'decided' },
  ...{ isPastOnly: false, sets: { unitId: 'u2' }, before: { unitId: 'u1' }, form: '', years: null, unitId: 'u2' },
} as unknown as MemberEventRow;

const past = {
  story: {
    member: {
      ...blankMember,
      ...{ name: splitPersonName('Nông Thị Đào'), state: 'official' as const, unitId: 'u2', phone: '0300000002' },
    },
    events: [moved],
    madeOn: toPlainDate('2026-01-05'),
  },
  edits: [
    { field: 'phone', value: '0300000001', on: toPlainDate('2026-01-05') },
    { field: 'phone', value: '0300000002', on: toPlainDate('2026-08-01') },
  ],
  complete: true,
  events: [moved],
};
const groups = [{ title: 'Về Đảng', fields: ['unitId', 'phone', 'address', 'isVeteran'] as const }];
const tell = (day: string): ReturnType<typeof tellPast> => tellPast(past, groups, toPlainDate(day));

describe('a record of a day beside that of today', () => {
  it('says what stood there, on which event it rests, and what is different now', () => {
    const [before, after] = [tell('2026-05-03'), tell('2026-05-04')];
    expect(before.groups[0]?.lines).toMatchObject([
      { field: 'unitId', value: 'u1', now: 'u2', isDifferent: true, event: undefined },
      { field: 'phone', value: '0300000001', now: '0300000002', isDifferent: true },
    ]);
    expect(before.different).toBe(2);
    expect(after.groups[0]?.lines).toMatchObject([
      { field: 'unitId', value: 'u2', isDifferent: false, event: { id: 'e1' } },
      { field: 'phone', isDifferent: true },
    ]);
    expect(tell('2026-08-01').different).toBe(0);
  });

  it('goes from one day of change to the next', () => {
    const today = toPlainDate('2026-11-30');
    const days = daysOfChange(past, today);
    expect(days).toEqual(['2026-01-05', '2026-05-04', '2026-08-01', '2026-11-30']);
    expect(stepDay(days, today, 'earlier')).toBe('2026-08-01');
    expect(stepDay(days, today, 'later')).toBeUndefined();
    expect(stepDay(days, toPlainDate('2026-06-01'), 'later')).toBe('2026-08-01');
    expect(stepDay(days, toPlainDate('2026-01-05'), 'earlier')).toBe('2026-01-04');
    expect(stepDay(days, toPlainDate('2026-01-04'), 'earlier')).toBeUndefined();
  });
});
