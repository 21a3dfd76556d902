import { describe, expect, it } from 'vitest';
import { toPartialDate } from '#shared/base/partial-date.ts';
import { splitPersonName } from '#shared/base/person-name.ts';
import { memberSchema, type MemberFields } from '#shared/domain/member/member-record.ts';
import { blankMember } from '#shared/domain/member/blank-member.ts';
import {
  changedBelow,
  changedFields,
  createMemberDraft,
  fillField,
  fillFullName,
  findProblems,
  partNameByHand,
} from './member-draft.ts';
import { memberFormGroups } from './member-form-fields.ts';

const opened: MemberFields = {
  ...blankMember,
  name: splitPersonName('Trần Thị Bình'),
  address: 'Thôn Nà Lầu',
  bornOn: toPartialDate('1996'),
};

describe('a member form', () => {
  it('has every field of the record once', () => {
    const fields = memberFormGroups.flatMap((group) => group.fields.map(({ field }) => field));
    expect([...fields].sort()).toEqual(Object.keys(memberSchema.shape).sort());
  });
  it('writes only what the person changed', () => {
    const draft = fillField(createMemberDraft(opened, 7), 'officialOn', toPartialDate('2019-02-03'));
    expect(changedFields(draft)).toEqual({ officialOn: '2019-02-03' });
    expect(draft.seen).toBe(7);
  });
  it('takes a field typed and typed back as unchanged, whatever the form of its letters', () => {
    const draft = fillField(createMemberDraft(opened, 7), 'address', 'Thôn  Nà Lầu '.normalize('NFD'));
    expect(changedFields(draft)).toEqual({});
  });
  it('writes numbers without spaces', () => {
    expect(changedFields(fillField(createMemberDraft(opened, 1), 'cardNumber', '86 104 227'))).toEqual({
      cardNumber: '86104227',
    });
  });
  it('lets the parts of a name follow the whole until the person parts it by hand', () => {
    const typed = fillFullName(createMemberDraft(blankMember, 0), 'Y Bhiô Êban');
    expect(typed.values.name).toEqual({ full: 'Y Bhiô Êban', family: 'Y', middle: 'Bhiô', given: 'Êban' });
    const own = fillField(partNameByHand(typed, true), 'name', {
      full: 'Y Bhiô Êban',
      family: 'Êban',
      middle: '',
      given: 'Y Bhiô',
    });
    expect(fillFullName(own, 'Y Bhiô Êban.').values.name.given).toBe('Y Bhiô');
    expect(partNameByHand(own, false).values.name.given).toBe('Êban');
  });
  it('opens with the parts by hand when they are not the guessed ones', () => {
    expect(
      createMemberDraft({ ...opened, name: { full: 'Y Bhiô Êban', family: 'Êban', middle: '', given: 'Y Bhiô' } }, 1)
        .ownParts,
    ).toBe(true);
    expect(createMemberDraft(opened, 1).ownParts).toBe(false);
  });
  it('keeps a person from saving without a name or with too long a text', () => {
    expect(findProblems(blankMember)).toEqual([{ field: 'name', kind: 'required' }]);
    expect(findProblems({ ...opened, citizenId: '1234567890123' })).toEqual([
      { field: 'citizenId', kind: 'too-long', max: 12 },
    ]);
    expect(findProblems(opened)).toEqual([]);
  });
  it('knows what others changed meanwhile', () => {
    expect(changedBelow(createMemberDraft(opened, 7), { ...opened, phone: '0912345678' })).toEqual(['phone']);
  });
});
