import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import { chipsOf } from './member-chips.ts';
import { defaultMemberRules } from '#shared/domain/member/member-rules.ts';
import { datesInWords, toTimeline } from './member-timeline.ts';

const today = toPlainDate('2026-11-22');
const member = (fields: Partial<MemberFields>): MemberFields => ({
  ...blankMember,
  name: splitPersonName('Trần Thị Bình'),
  ...fields,
});
const chips = (fields: Partial<MemberFields>, conflicts: readonly string[] = []): string[] =>
  chipsOf({ ...member(fields), conflicts }, today, defaultMemberRules).map(({ text, tone }) => `${tone}: ${text}`);

describe('chips of a member', () => {
  it('say until when probation lasts, and in red when it is over', () => {
    expect(chips({ state: 'probationary', admittedOn: toPartialDate('2026-01-12') })).toEqual([
      'blue: Dự bị, đến 12/01',
    ]);
    expect(chips({ state: 'probationary', admittedOn: toPartialDate('2025-10-01') })).toEqual([
      'red: Dự bị, quá hạn xét 01/10',
    ]);
  });
  it('announce a badge within half a year and not earlier', () => {
    expect(chips({ admittedOn: toPartialDate('1982-01-10') })).toEqual(['neutral: Huy hiệu 45 năm, 03/02']);
    expect(chips({ admittedOn: toPartialDate('1987-10-10') })).toEqual([]);
  });
  it('put an open choice first', () => {
    expect(chips({ admittedOn: toPartialDate('1982-01-10') }, ['officialOn'])[0]).toBe('amber: 1 ô cần chọn');
  });
});

describe('the time line', () => {
  it('runs from the latest date to the earliest and leaves out what is unknown', () => {
    const events = toTimeline(
      member({
        bornOn: toPartialDate('1996'),
        admittedOn: toPartialDate('2018-02-03'),
        admittedAt: 'chi bộ Trường Tiểu học',
        joinedUnionOn: toPartialDate('2011-03'),
      }),
    );
    expect(events.map((event) => `${datesInWords(event)} ${event.text}`)).toEqual([
      '03/02/2018 Kết nạp vào Đảng tại chi bộ Trường Tiểu học',
      '03/2011 Vào Đoàn TNCS Hồ Chí Minh',
      '1996 Sinh',
    ]);
  });
  it('shows both dates while a choice is open', () => {
    const [event] = toTimeline(member({ officialOn: toPartialDate('2019-02-03') }), {
      officialOn: ['2019-03-02', null],
    });
    expect(event === undefined ? '' : datesInWords(event)).toBe('03/02/2019 hay 02/03/2019');
  });
});
