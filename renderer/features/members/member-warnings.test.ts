import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { toPlainDate } from '#shared/base/plain-date.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import { defaultMemberRules as rules } from '#shared/domain/member/member-rules.ts';
import { warnAboutMember } from './member-warnings.ts';

const today = toPlainDate('2026-11-22');
const member = (fields: Partial<MemberFields>): MemberFields => ({
  ...blankMember,
  name: splitPersonName('Trần Thị Bình'),
  state: 'exempt',
  ...fields,
});
const kinds = (fields: Partial<MemberFields>): string[] =>
  warnAboutMember(member(fields), [], today, rules).map(({ field, kind }) => `${field}:${kind}`);

describe('warnings about a member', () => {
  it('are none for a record in order', () => {
    expect(
      kinds({
        cardNumber: '86104227',
        fileNumber: '104882LS',
        phone: '0912345678',
        bornOn: toPartialDate('1996-08-14'),
        admittedOn: toPartialDate('2018-02-03'),
        officialOn: toPartialDate('2019-02-03'),
      }),
    ).toEqual([]);
  });
  it('name the field whose number looks wrong', () => {
    expect(kinds({ cardNumber: '861042', fileNumber: '1048', phone: '1234' })).toEqual([
      'cardNumber:card-number-shape',
      'fileNumber:file-number-shape',
      'phone:phone-shape',
    ]);
  });
  it('see dates in the wrong order', () => {
    expect(kinds({ admittedOn: toPartialDate('2018-02-03'), officialOn: toPartialDate('2017') })).toEqual([
      'officialOn:official-before-admitted',
    ]);
    expect(kinds({ admittedOn: toPartialDate('2018-02-03'), officialOn: toPartialDate('2018-12-03') })).toEqual([
      'officialOn:official-early',
    ]);
    expect(kinds({ bornOn: toPartialDate('2010'), admittedOn: toPartialDate('2018-02-03') })).toEqual([
      'admittedOn:admitted-young',
    ]);
    expect(kinds({ bornOn: toPartialDate('2027') })).toEqual(['bornOn:born-in-future']);
  });
  it('say nothing when a partial date leaves the order open', () => {
    expect(kinds({ admittedOn: toPartialDate('2018-02-03'), officialOn: toPartialDate('2018') })).toEqual([]);
  });
  it('see a state that does not fit the dates', () => {
    expect(kinds({ state: 'official', admittedOn: toPartialDate('2018') })).toEqual([
      'officialOn:official-without-date',
    ]);
    expect(kinds({ state: 'official' })).toEqual([]);
    expect(kinds({ state: 'probationary', officialOn: toPartialDate('2019-02-03') })).toEqual([
      'state:probationary-with-official-date',
    ]);
  });
  it('name the other person who bears the same number, or the same name and birth', () => {
    const row = member({ name: splitPersonName('Lê Văn An') });
    const twins = [{ row, reasons: ['cardNumber', 'name-and-birth'] as const }];
    expect(warnAboutMember(member({ cardNumber: '86104227' }), twins, today, rules)).toEqual([
      { field: 'cardNumber', kind: 'same-number', name: 'Lê Văn An' },
      { field: 'name', kind: 'same-person', name: 'Lê Văn An' },
    ]);
  });
});
