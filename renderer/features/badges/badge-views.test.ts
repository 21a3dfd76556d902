import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import type { BadgeLine } from '#renderer/data/badges/read-badge-list.ts';
import { findLines, isChoosable, linesIn, openLine, sumOf } from './badge-views.ts';

function line(more: Partial<BadgeLine> & { readonly full?: string }): BadgeLine {
  const { full = 'Đàm Văn Nhuận', ...rest } = more;
  const name = { full, family: '', middle: '', given: '' };
  return {
    key: full,
    member: { ...blankMember, name, address: 'thôn Nà Pàn' } as BadgeLine['member'],
    unitId: null,
    cell: 'Chi bộ Thẩm Ổi',
    years: 30,
    standing: 'due',
    state: 'due',
    reached: null,
    doubt: null,
    missed: [],
    heldUntil: null,
    eventId: null,
    age: undefined,
    gaps: [],
    lateDays: null,
    event: undefined,
    amount: { kind: 'known', amount: 3_510_000, hundredths: 150, base: 2_340_000 },
    ...rest,
  };
}

describe('the list of badges', () => {
  const lines = [
    line({ full: 'Lò Thị Năm', state: 'date-needed', years: null, amount: null }),
    line({ full: 'Y Bhiô Êban' }),
    line({ full: 'Giàng A Lử', state: 'overdue', amount: { kind: 'unknown', why: 'no-factor' } }),
  ];
  it('is parted into what is asked for, what was missed and whose day is not known; nobody falls between', () => {
    const parts = (['list', 'overdue', 'date-needed'] as const).map((view) => linesIn(lines, view).length);
    expect(parts).toEqual([1, 1, 1]);
  });
  it('is searched by name and cell, with or without marks', () => {
    expect(findLines(lines, 'eban').map(({ key }) => key)).toEqual(['Y Bhiô Êban']);
    expect(findLines(lines, 'tham oi lu').map(({ key }) => key)).toEqual(['Giàng A Lử']);
    expect(findLines(lines, ' ')).toHaveLength(3);
  });
  it('lets only badges be chosen that are known and not given', () => {
    expect(lines.map(isChoosable)).toEqual([false, true, true]);
    expect(isChoosable(line({ state: 'awarded' }))).toBe(false);
  });
  it('adds up what is known and counts what is not', () => {
    expect(sumOf(lines)).toEqual({ sum: 3_510_000, unpriced: 2 });
  });
  it('says nothing of disciplines, exits, illness and address to who may not see them', () => {
    const gaps = [{ from: toPartialDate('2001'), to: toPartialDate('2003') }];
    const event = { reason: 'Bệnh nặng' } as BadgeLine['event'];
    const shown = openLine(line({ gaps, event, heldUntil: '2027-01-01' as BadgeLine['heldUntil'] }));
    expect(shown).toMatchObject({ gaps: [], heldUntil: null, event: { reason: '' }, member: { address: '' } });
  });
});
