import { splitPersonName } from '#shared/base/person-name.ts';
import { normalizeLine } from '#shared/base/vietnamese.ts';
import type { StaffFields } from '#shared/domain/staff/staff-record.ts';
import { readOrder } from './unit-draft.ts';

/** The form of a person of the office as typed. The parts of the name are kept while the name itself is unchanged. */
export type StaffDraft = {
  readonly fullName: string;
  readonly name: StaffFields['name'] | null;
  readonly post: string;
  readonly role: StaffFields['role'];
  readonly unitId: string | null;
  readonly order: string;
  readonly active: boolean;
};

/** What stands in the way of saving. */
export type StaffProblem = 'name-required' | 'bad-order';

const defaultOrder = '100';

export function createStaffDraft({ name, post, role, unitId, order, active }: StaffFields): StaffDraft {
  return { fullName: name.full, name, post, role, unitId, order: String(order), active };
}

export function blankStaff(unitId: string | null): StaffDraft {
  return { fullName: '', name: null, post: '', role: 'officer', unitId, order: defaultOrder, active: true };
}

export function findStaffProblems(draft: StaffDraft): readonly StaffProblem[] {
  const problems: StaffProblem[] = [];
  if (normalizeLine(draft.fullName) === '') problems.push('name-required');
  if (readOrder(draft.order) === undefined) problems.push('bad-order');
  return problems;
}

/** The person as stored; only for a draft without problems. */
export function readStaff(draft: StaffDraft): StaffFields {
  const full = normalizeLine(draft.fullName);
  const name = draft.name !== null && draft.name.full === full ? draft.name : splitPersonName(full);
  return {
    name,
    post: normalizeLine(draft.post),
    role: draft.role,
    unitId: draft.unitId,
    order: readOrder(draft.order) ?? 0,
    active: draft.active,
  };
}
