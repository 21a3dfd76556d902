import { describe, expect, it } from 'vitest';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { standardCalendar } from '#shared/domain/calendar/work-days.ts';
import { memberTransferSchema, type MemberTransferFields } from '#shared/domain/transfer/member-transfer-record.ts';
import { defaultTransferRules } from '#shared/domain/transfer/transfer-deadlines.ts';
import { deadlinesOf, isUnderFacet, standingOf } from './sent-standing.ts';

const plain: MemberTransferFields = memberTransferSchema.parse({
  memberId: '0197a000-0000-7000-8000-000000000001',
  kind: 'official',
  recipient: 'po-khau',
  recipientName: 'Đảng uỷ xã Pò Khẩu',
  fromUnitId: null,
  toUnitName: '',
  reason: '',
  isStudy: false,
  askedOn: '2026-11-02',
  checked: [],
  feePaidUntil: null,
  state: 'draft',
  introductionId: null,
  introductionNumber: '',
  issuedOn: null,
  showBy: null,
  until: null,
  withdrawReason: '',
  completedOn: null,
  endedOn: null,
  endNote: '',
});
const of = (changes: Partial<MemberTransferFields>, paper?: Parameters<typeof standingOf>[1]) =>
  standingOf({ ...plain, ...changes }, paper);

describe('where a transfer stands', () => {
  it('follows the paper while it is prepared', () => {
    expect(of({})).toBe('preparing');
    expect(of({}, { number: null, state: 'awaiting-number' })).toBe('awaiting-number');
    expect(of({}, { number: 4, state: 'issued' })).toBe('numbered');
    expect(of({}, { number: 4, state: 'void' })).toBe('preparing');
  });

  it('follows the province where it goes through it, and this office’s own word where it goes by paper', () => {
    expect(of({ state: 'issued' })).toBe('on-its-way');
    expect(of({ state: 'issued', outcome: 'waiting' })).toBe('waiting');
    expect(of({ state: 'withdrawn', outcome: 'waiting' })).toBe('withdrawn');
    expect(of({ state: 'issued', outcome: 'accepted' })).toBe('accepted');
    expect(of({ state: 'issued', outcome: 'accepted', kind: 'temporary' })).toBe('away');
    expect(of({ state: 'withdrawn', outcome: 'accepted' })).toBe('accepted');
    const paper = { recipient: '' } as const;
    expect(of({ ...paper, state: 'issued' })).toBe('by-paper');
    expect(of({ ...paper, state: 'completed' })).toBe('confirmed');
    expect(of({ ...paper, state: 'completed', kind: 'temporary' })).toBe('away');
    expect(of({ ...paper, state: 'completed', kind: 'temporary', endedOn: toPlainDate('2027-01-01') })).toBe('ended');
    expect(of({ ...paper, state: 'issued', kind: 'abroad' })).toBe('abroad');
  });
});

describe('what a transfer waits for', () => {
  it('are sixty working days of the procedure, the showing of the paper, and the end of temporary activity', () => {
    const issued = { ...plain, state: 'issued', outcome: 'waiting', showBy: toPlainDate('2027-01-04') } as const;
    const waiting = deadlinesOf(issued, 'waiting', defaultTransferRules, standardCalendar);
    expect(waiting).toEqual([
      { what: 'show', on: '2027-01-04' },
      { what: 'procedure', on: '2027-01-26' },
    ]);
    expect(isUnderFacet('late', 'waiting', waiting, toPlainDate('2027-01-05'))).toBe(true);
    expect(isUnderFacet('late', 'waiting', waiting, toPlainDate('2027-01-04'))).toBe(false);
    const shown = { ...issued, shownOn: toPlainDate('2026-12-01') };
    expect(deadlinesOf(shown, 'waiting', defaultTransferRules, standardCalendar).map(({ what }) => what)).toEqual([
      'procedure',
    ]);
    const away = { ...issued, kind: 'temporary', outcome: 'accepted', until: toPlainDate('2027-05-01') } as const;
    expect(deadlinesOf(away, 'away', defaultTransferRules, standardCalendar)).toEqual([
      { what: 'until', on: '2027-05-01' },
    ]);
    expect(deadlinesOf({ ...issued, outcome: 'accepted' }, 'accepted', defaultTransferRules, standardCalendar)).toEqual(
      [],
    );
  });
});
