import { lackedActions } from '#shared/op-rights.ts';
import type { Op } from '#shared/sync/op.ts';
import { recordKey } from '#shared/sync/record.ts';
import type { Office } from '../office.ts';
import type { RecordState } from '../replica/record-state.ts';
import type { StaffRow } from '../rows.ts';
import type { Refusal } from './compose-ops.ts';

/** The person who acts, as this PC knows them, read inside the caller's transaction; undefined while nobody acts or their record has not come yet. */
export function findActor({ db, actor }: Office): Promise<StaffRow | undefined> {
  return actor === '' ? Promise.resolve(undefined) : db.staff.get(actor);
}

/**
 * Why this person may not do it; the province judges by the same table (`shared/op-rights.ts`). Of a person whose record is not here
 * (first start, a store being rebuilt) only the province knows.
 */
export function refuseActor(
  actor: StaffRow | undefined,
  ops: readonly Op[],
  before: ReadonlyMap<string, RecordState>,
): Refusal | undefined {
  if (actor === undefined) return undefined;
  if (actor.removed || !actor.active) return { code: 'person-unknown' };
  const isNew = new Set(ops.map(({ type, id }) => recordKey(type, id)).filter((key) => !before.has(key)));
  for (const op of ops)
    if (lackedActions(actor.role, op, isNew.has(recordKey(op.type, op.id))).length > 0)
      return { code: 'not-your-role' };
  return undefined;
}
