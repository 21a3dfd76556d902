import { describe, expect, it } from 'vitest';
import { blankMember } from './blank-member.ts';
import { memberSchema } from './member-record.ts';
import { isPrivateEvent, isPrivateField, openFields, privateParts, withoutPrivate } from './private-fields.ts';

describe('what only some may see of a record', () => {
  it('leaves each cell its list of form 7-HSĐV, and nothing beyond', () => {
    const open = new Set<string>(openFields);
    for (const field of ['name', 'bornOn', 'gender', 'ethnicity', 'nativePlace', 'admittedOn', 'cardNumber', 'unitId'])
      expect([field, open.has(field)]).toEqual([field, true]);
    for (const field of ['citizenId', 'address', 'residence', 'familyNote', 'historyNote', 'selfReview', 'note'])
      expect([field, open.has(field)]).toEqual([field, false]);
    const hidden = Object.values(privateParts).flat();
    expect([...openFields, ...hidden].sort()).toEqual(Object.keys(memberSchema.shape).sort());
  });

  it('is blank in what others are shown, and nothing else is', () => {
    const filled = {
      ...blankMember,
      citizenId: '015096001234',
      address: 'Thôn Nà Lầu',
      phone: '0912345678',
      heldPapers: ['x'],
    };
    expect(withoutPrivate(filled)).toEqual({ ...blankMember, phone: '0912345678' });
  });

  it('takes in family and work lines, and discipline among the events', () => {
    expect(isPrivateField('memberLine', 'title')).toBe(true);
    expect(isPrivateField('document', 'note')).toBe(false);
    expect([isPrivateEvent('disciplined'), isPrivateEvent('expelled'), isPrivateEvent('rewarded')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
