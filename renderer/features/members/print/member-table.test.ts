import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import { withoutPrivate } from '#shared/domain/member/private-fields.ts';
import type { MemberEventRow, MemberRow } from '#renderer/data/rows.ts';
import { memberTableText } from '#renderer/messages/member-tables.ts';
import { memberLine, memberTableFrame } from './member-table.ts';

const member = {
  ...blankMember,
  name: splitPersonName('Trần Thị Bình'),
  birthName: 'Trần Thị Bé',
  gender: 'female',
  bornOn: toPartialDate('1956'),
  ethnicity: 'Tày',
  religion: 'Không',
  nativePlace: 'xã Nà Lầu, huyện cũ',
  nativePlaceNow: 'xã Nà Lầu',
  education: '10/10',
  occupation: 'Giáo viên',
  admittedOn: toPartialDate('1980-02-03'),
  cardNumber: '86104227',
  fileNumber: '104882LS',
  isPensioner: true,
  unitId: 'u',
  state: 'exempt',
  note: 'Chữ riêng',
} as unknown as MemberRow;
const event = (kind: string, effectiveOn: string, more: object = {}): MemberEventRow =>
  ({
    kind,
    effectiveOn: toPartialDate(effectiveOn),
    place: '',
    reason: '',
    number: '',
    years: null,
    ...more,
  }) as unknown as MemberEventRow;
const unitOf = (): string => 'Chi bộ Nà Lầu';

describe('a line of form 7-HSĐV', () => {
  const events = [
    event('badge', '2010-02-03', { years: 30, number: '1234' }),
    event('transferred-in', '1999-09-20', { place: 'Đảng bộ phường Mẫu' }),
    event('resigned', '2026-10-01'),
  ];
  const line = memberLine({ member, events }, 7, unitOf);

  it('has the fourteen columns of the head', () => {
    const frame = memberTableFrame(
      { body: 'ĐẢNG UỶ XÃ NÀ LẦU', unit: '', isOfCandidates: false, date: '22/11/2026', printedAt: '' },
      1,
    );
    expect(frame.columns).toHaveLength(14);
    expect(line).toHaveLength(14);
  });

  it('says who somebody is as the book says it', () => {
    expect(line.slice(0, 8)).toEqual([
      '7',
      'Trần Thị Bình\n(Trần Thị Bé)\n1956',
      'Nữ\nTày\nKhông',
      'xã Nà Lầu, huyện cũ\n(nay: xã Nà Lầu)',
      '10/10',
      'Giáo viên',
      '03/02/1980',
      'Thẻ 86104227\nLL 104882LS\nHH 30 năm: 1234',
    ]);
    expect(line.slice(8)).toEqual([
      memberTableText.retired,
      '20/09/1999\nĐảng bộ phường Mẫu',
      '',
      '',
      '01/10/2026\nCho ra khỏi Đảng theo đơn xin',
      'Miễn công tác và sinh hoạt\nChi bộ Nà Lầu\nChữ riêng',
    ]);
  });

  it('keeps private words to those who may see them', () => {
    expect(memberLine({ member: withoutPrivate(member), events: [] }, 1, unitOf).join('|')).not.toContain('Chữ riêng');
  });
});
