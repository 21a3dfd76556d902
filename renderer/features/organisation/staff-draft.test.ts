import { describe, expect, it } from 'vitest';
import { blankStaff, createStaffDraft, findStaffProblems, readStaff } from './staff-draft.ts';

const person = {
  name: { full: 'Y Bhiô Êban', family: 'Êban', middle: '', given: 'Y Bhiô' },
  post: 'Chuyên viên',
  role: 'officer',
  unitId: null,
  order: 12,
  active: true,
} as const;

describe('the form of a person of the office', () => {
  it('keeps the parts of a name given by hand while the name is unchanged', () => {
    expect(readStaff(createStaffDraft(person))).toEqual(person);
    expect(readStaff({ ...createStaffDraft(person), fullName: ' Nông Thị  Đào' }).name).toEqual({
      full: 'Nông Thị Đào',
      family: 'Nông',
      middle: 'Thị',
      given: 'Đào',
    });
  });
  it('asks for a name and a number', () => {
    expect(findStaffProblems({ ...blankStaff(null), order: '' })).toEqual(['name-required', 'bad-order']);
    expect(findStaffProblems({ ...blankStaff(null), fullName: 'Nông Thị Đào' })).toEqual([]);
  });
});
