import type { ErrorCode } from '#shared/base/errors.ts';
import { recordIdSchema } from '#shared/base/ids.ts';
import { mayAct } from '#shared/domain/rights/rights-table.ts';
import { staffRoleSchema, type StaffRole } from '#shared/domain/staff/staff-record.ts';
import { delegationSchema } from '#shared/domain/routing/delegation-record.ts';
import type { DelegationSpan } from '#shared/domain/routing/delegated-actions.ts';
import { judgeActing, type Acting } from '#shared/op-rights.ts';
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
 * The rule that says why the person who acted (`op.by`) may not do this, or `undefined`. The PC vouches for who sits at it; the role is the province's to
 * judge. `record`: what the op is about, as it stands. While nobody of the commune may put people in, anybody may put the first ones in: somebody must
 * begin.
 */
export function createActorRule(people: People): (op: Op, record: SyncRecord | undefined) => ErrorCode | undefined {
  // A record never changes: who stands in it acts as before as long as it is the same one.
  const actings = new WeakMap<SyncRecord, Acting>();
  return (op, record) => {
    if (op.type === 'staff' && op.t === 'set' && record === undefined && hasNobody(people)) return undefined;
    const person = people.find(op.by);
    if (person === undefined) return 'person-unknown';
    const acting = actings.get(person) ?? actingOf(person, people);
    if (acting === undefined) return 'person-unknown';
    actings.set(person, acting);
    return judgeActing(acting, op, record && ((field) => record.f[field]?.v));
  };
}

function actingOf(person: SyncRecord, people: People): Acting | undefined {
  const role = roleOf(person);
  if (role === undefined) return undefined;
  return {
    staffId: person.id,
    role,
    unitId: recordIdSchema.safeParse(person.f['unitId']?.v).data ?? null,
    delegations: () => [...people.delegations()].flatMap(spanOf),
    roleOf: (id) => roleOf(people.find(id)),
    recordOf: people.recordOf,
  };
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
