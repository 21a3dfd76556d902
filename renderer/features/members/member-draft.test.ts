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
import { fieldsFilledElsewhere, isAskedOf, memberFormGroups } from './member-form-fields.ts';

const opened: MemberFields = {
  ...blankMember,
  name: splitPersonName('Trần Thị Bình'),
  address: 'Thôn Nà Lầu',
  bornOn: toPartialDate('1996'),
};

describe('a member form', () => {
  it('has every field of the record once, but for those that have places of their own', () => {
    const fields = memberFormGroups.flatMap((group) => group.fields.map(({ field }) => field));
    expect([...fields, ...fieldsFilledElsewhere].sort()).toEqual(Object.keys(memberSchema.shape).sort());
  });
  it('lets a code follow the words it counts, until the person chooses another', () => {
    const typed = fillField(createMemberDraft(blankMember, 0), 'education', '10/10');
    expect(typed.values.educationLevel).toBe('upper-secondary');
    expect(fillField(typed, 'education', '7/10').values.educationLevel).toBe('lower-secondary');
    const chosen = fillField(typed, 'educationLevel', 'primary');
    expect(fillField(chosen, 'education', '12/12').values.educationLevel).toBe('primary');
  });
  it('asks a candidate for no card, but shows the number that is there', () => {
    const card = memberFormGroups.flatMap(({ fields }) => fields).find(({ field }) => field === 'cardNumber');
    const stage = memberFormGroups.flatMap(({ fields }) => fields).find(({ field }) => field === 'candidateStage');
    if (card === undefined || stage === undefined) throw new Error('fields are there');
    const candidate: MemberFields = { ...blankMember, state: 'candidate' };
    expect([isAskedOf(card, candidate), isAskedOf(stage, candidate)]).toEqual([false, true]);
    expect([isAskedOf(card, opened), isAskedOf(stage, opened)]).toEqual([true, false]);
    expect(isAskedOf(card, { ...candidate, cardNumber: '12345678' })).toBe(true);
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
