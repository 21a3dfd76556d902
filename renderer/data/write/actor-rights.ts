import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import { judgeActing, lackedActions } from '#shared/op-rights.ts';
import type { Op } from '#shared/sync/op.ts';
import { recordKey } from '#shared/sync/record.ts';
import type { Office } from '../office.ts';
import { viewOf, type RecordState } from '../replica/record-state.ts';
import type { StaffRow } from '../rows.ts';
import type { Refusal } from './compose-ops.ts';

/** The person who acts, as this PC knows them, read inside the caller's transaction; undefined while nobody acts or their record has not come yet. */
export function findActor({ db, actor }: Office): Promise<StaffRow | undefined> {
  return actor === '' ? Promise.resolve(undefined) : db.staff.get(actor);
}

/**
 * Why this person may not do it; the province judges by the same table (`shared/op-rights.ts`). Of a person whose record is not here
 * (first start, a store being rebuilt) only the province knows. Delegations are read only for what the own role does not allow.
 */
export async function refuseActor(
  { db }: Office,
  actor: StaffRow | undefined,
  ops: readonly Op[],
  before: ReadonlyMap<string, RecordState>,
): Promise<Refusal | undefined> {
  if (actor === undefined) return undefined;
  if (actor.removed || !actor.active) return { code: 'person-unknown' };
  const made = new Set(ops.map(({ type, id }) => recordKey(type, id)).filter((key) => !before.has(key)));
  const isNew = (op: Op): boolean => made.has(recordKey(op.type, op.id));
  const isBeyondRole = ops.some((op) => lackedActions(actor.role, op, isNew(op)).length > 0);
  const delegations = isBeyondRole ? (await db.delegations.toArray()).filter(({ removed }) => !removed) : [];
  const givers =
    delegations.length === 0 ? [] : await db.staff.bulkGet(delegations.map(({ fromStaffId }) => fromStaffId));
  const roles = new Map<string, StaffRole>(
    givers.flatMap((giver) => (giver === undefined || giver.removed || !giver.active ? [] : [[giver.id, giver.role]])),
  );
  const acting = {
    staffId: actor.id,
    role: actor.role,
    delegations: () => delegations,
    roleOf: (id: string) => roles.get(id),
  };
  for (const op of ops) {
    const state = before.get(recordKey(op.type, op.id));
    const values = state === undefined ? undefined : viewOf(state).values;
    const code = judgeActing(acting, op, values && ((field) => values[field]));
    if (code !== undefined) return { code };
  }
  return undefined;
}
