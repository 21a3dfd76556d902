import type { ErrorCode } from '#shared/base/errors.ts';
import { mayAct } from '#shared/domain/rights/rights-table.ts';
import { staffRoleSchema, type StaffRole } from '#shared/domain/staff/staff-record.ts';
import { lackedActions } from '#shared/op-rights.ts';
import { REMOVED, type Op } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';

/** The commune's people as they stand at this moment of the batch. */
export type People = {
  readonly find: (id: string) => SyncRecord | undefined;
  /** All of them; asked only for an op that makes a person. */
  readonly list: () => Iterable<SyncRecord>;
};

/**
 * Why the person who acted (`op.by`) may not do this, or `undefined`. The PC vouches for who sits at it; the role is the province's to judge.
 * While nobody of the commune may put people in, anybody may put the first ones in: somebody must begin.
 */
export function refuseActor(op: Op, isNew: boolean, people: People): ErrorCode | undefined {
  if (op.type === 'staff' && op.t === 'set' && isNew && hasNobody(people)) return undefined;
  const role = roleOf(people.find(op.by));
  if (role === undefined) return 'person-unknown';
  return lackedActions(role, op, isNew).length === 0 ? undefined : 'not-your-role';
}

function hasNobody(people: People): boolean {
  for (const person of people.list()) {
    const role = roleOf(person);
    if (role !== undefined && mayAct(role, 'staff.edit')) return false;
  }
  return true;
}

/** Role of somebody who is there and active. */
function roleOf(person: SyncRecord | undefined): StaffRole | undefined {
  if (person?.f['active']?.v !== true || person.f[REMOVED]?.v === true) return undefined;
  return staffRoleSchema.safeParse(person.f['role']?.v).data;
}
