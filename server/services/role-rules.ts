import type { ErrorCode } from '#shared/base/errors.ts';
import { recordIdSchema } from '#shared/base/ids.ts';
import { mayAct } from '#shared/domain/rights/rights-table.ts';
import { staffRoleSchema, type StaffRole } from '#shared/domain/staff/staff-record.ts';
import { delegationSchema } from '#shared/domain/routing/delegation-record.ts';
import type { DelegationSpan } from '#shared/domain/routing/delegated-actions.ts';
import { judgeActing } from '#shared/op-rights.ts';
import type { RecordOf } from '#shared/op-scope.ts';
import { REMOVED, type Op } from '#shared/sync/op.ts';
import type { SyncRecord } from '#shared/sync/record.ts';

/** The commune's people as they stand at this moment of the batch. */
export type People = {
  readonly find: (id: string) => SyncRecord | undefined;
  /** All of them; asked only for an op that makes a person. */
  readonly list: () => Iterable<SyncRecord>;
  /** Duties given by one person to another; asked only for an op the actor's own role does not allow. */
  readonly delegations: () => Iterable<SyncRecord>;
  /** Units, members and meetings an op names; asked only for people whose acts end at their own cell. */
  readonly recordOf: RecordOf;
};

/**
 * Why the person who acted (`op.by`) may not do this, or `undefined`. The PC vouches for who sits at it; the role is the province's to judge.
 * `record`: what the op is about, as it stands. While nobody of the commune may put people in, anybody may put the first ones in: somebody must begin.
 */
export function refuseActor(op: Op, record: SyncRecord | undefined, people: People): ErrorCode | undefined {
  if (op.type === 'staff' && op.t === 'set' && record === undefined && hasNobody(people)) return undefined;
  const person = people.find(op.by);
  const role = roleOf(person);
  if (role === undefined) return 'person-unknown';
  const unitId = recordIdSchema.safeParse(person?.f['unitId']?.v).data ?? null;
  const delegations = (): readonly DelegationSpan[] => [...people.delegations()].flatMap(spanOf);
  const of = { roleOf: (id: string) => roleOf(people.find(id)), recordOf: people.recordOf };
  const acting = { staffId: op.by, role, unitId, delegations, ...of };
  return judgeActing(acting, op, record && ((field) => record.f[field]?.v));
}

/** A delegation that stands; one that was removed, or whose values wait for a person, gives nothing. */
function spanOf({ f }: SyncRecord): readonly DelegationSpan[] {
  if (f[REMOVED]?.v === true) return [];
  const parsed = delegationSchema.safeParse(Object.fromEntries(Object.entries(f).map(([field, { v }]) => [field, v])));
  return parsed.success ? [parsed.data] : [];
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
