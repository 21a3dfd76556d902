import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import { lackedActions } from '#shared/op-actions.ts';
import { judgeActing } from '#shared/op-rights.ts';
import { isCellBound, placesOf, type FieldOf, type RecordOf } from '#shared/op-scope.ts';
import type { FieldValue, Op } from '#shared/sync/op.ts';
import { recordKey } from '#shared/sync/record.ts';
import { isOverlaid } from '#shared/sync/replica.ts';
import type { Office } from '../office.ts';
import { viewOf, type RecordRef, type RecordState } from '../replica/record-state.ts';
import type { StaffRow } from '../rows.ts';
import type { Refusal } from './compose-ops.ts';

/** The person who acts, as this PC knows them, read inside the caller's transaction; undefined while nobody acts or their record has not come yet. */
export function findActor({ db, actor }: Office): Promise<StaffRow | undefined> {
  return actor === '' ? Promise.resolve(undefined) : db.staff.get(actor);
}

/**
 * Why this person may not do it; the province judges by the same table (`shared/op-actions.ts`). Of a person whose record is not here
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
  const made = new Set(ops.map(({ type, id }) => recordKey(type, id)).filter((key) => !isThere(before.get(key))));
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
    unitId: actor.unitId,
    recordOf: isCellBound(actor.role) ? await readCells(db, ops, before) : () => undefined,
    delegations: () => delegations,
    roleOf: (id: string) => roles.get(id),
  };
  for (const op of ops) {
    const code = judgeActing(acting, op, fieldsBefore(before, op));
    if (code !== undefined) return { code };
  }
  return undefined;
}

/** Whether there is such a record. One whose making was refused is not there: who sends it again makes it. */
function isThere(state: RecordState | undefined): state is RecordState {
  if (state === undefined) return false;
  return state.shadow !== undefined || state.peers.length > 0 || state.own.some(isOverlaid);
}

function fieldsBefore(before: ReadonlyMap<string, RecordState>, { type, id }: RecordRef): FieldOf | undefined {
  const state = before.get(recordKey(type, id));
  if (!isThere(state)) return undefined;
  const { values } = viewOf(state);
  return (field) => values[field];
}

/** Units, and the members and meetings the ops name: as they stand, or as this very write makes them. */
async function readCells(
  db: Office['db'],
  ops: readonly Op[],
  before: ReadonlyMap<string, RecordState>,
): Promise<RecordOf> {
  const places = ops.flatMap((op) => placesOf(op, fieldsBefore(before, op)));
  if (places.length === 0) return () => undefined;
  const idsOf = (wanted: string): string[] => places.filter(({ type }) => type === wanted).map(({ id }) => id);
  const [units, members, meetings] = await Promise.all([
    db.units.toArray(),
    db.members.bulkGet(idsOf('member')),
    db.meetings.bulkGet(idsOf('meeting')),
  ]);
  const known = new Map<string, Readonly<Record<string, FieldValue>>>();
  for (const { id, parentId, successorIds } of units) known.set(recordKey('unit', id), { parentId, successorIds });
  for (const row of members) if (row !== undefined) known.set(recordKey('member', row.id), { unitId: row.unitId });
  for (const row of meetings) if (row !== undefined) known.set(recordKey('meeting', row.id), { unitId: row.unitId });
  for (const { type, id, f } of ops) known.set(recordKey(type, id), { ...known.get(recordKey(type, id)), ...f });
  return (type, id) => {
    const values = known.get(recordKey(type, id));
    return values && ((field) => values[field]);
  };
}
