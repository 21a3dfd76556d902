import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import { isWithinUnit } from '#shared/domain/unit/unit-reach.ts';
import type { FieldValue, Op } from './sync/op.ts';

/** Value of a field of a record as it stands; undefined where it has none. */
export type FieldOf = (field: string) => FieldValue | undefined;

/** A record of the commune as it stands; undefined where none is known. */
export type RecordOf = (type: string, id: string) => FieldOf | undefined;

/** Roles whose acts in the life of cells end at their own organisation and those below it (domain.md 5.11, 6.3). */
const cellBoundRoles: readonly StaffRole[] = ['cell-secretary'];

/** Whether somebody in this role writes meetings, attendance, fees and ratings of the own organisation only. */
export function isCellBound(role: StaffRole): boolean {
  return cellBoundRoles.includes(role);
}

/** A record that says in which organisation an act happens: the unit itself, or a member or meeting that names one. */
export type Place = { readonly type: 'unit' | 'member' | 'meeting'; readonly id: string };

/**
 * By which fields each entity says where it belongs. Money is judged by the cell that took it in, not by where the member is now: what was really paid
 * must not bounce because somebody was moved meanwhile.
 */
const placeFields: Readonly<Record<string, Readonly<Record<string, Place['type']>>>> = {
  meeting: { unitId: 'unit' },
  attendance: { meetingId: 'meeting' },
  meetingOpinion: { meetingId: 'meeting' },
  meetingVote: { meetingId: 'meeting' },
  meetingTask: { meetingId: 'meeting' },
  feeBasis: { memberId: 'member' },
  feePayment: { unitId: 'unit' },
  feeHandUp: { unitId: 'unit' },
  rating: { unitId: 'unit', memberId: 'member' },
  studyReading: { memberId: 'member' },
};

type Act = Pick<Op, 't' | 'type' | 'f'>;

/** Records that say where an act happens, before it and after it; none for what has no place in a cell. `before`: the record it finds. */
export function placesOf({ type, f }: Act, before: FieldOf | undefined): readonly Place[] {
  const places = new Map<string, Place>();
  for (const [field, kind] of fieldsOf(type, f, before))
    for (const id of [before?.(field), Object.hasOwn(f, field) ? f[field] : undefined])
      if (typeof id === 'string') places.set(`${kind}:${id}`, { type: kind, id });
  return [...places.values()];
}

/** Files lie with what they belong to. */
function fieldsOf(
  type: string,
  f: Op['f'],
  before: FieldOf | undefined,
): readonly (readonly [string, Place['type']])[] {
  if (type !== 'attachment') return Object.entries(placeFields[type] ?? {});
  const owner = before?.('ownerType') ?? f['ownerType'];
  return owner === 'meeting' || owner === 'member' ? [['documentId', owner]] : [];
}

/**
 * Whether an act stays within an organisation and those below it. What names a member or meeting that is not known yet is let pass: it waits for that
 * record, and is judged again when it has come. Somebody without an organisation has no cell to act in.
 */
export function isWithinCell(
  act: Act,
  before: FieldOf | undefined,
  ownUnitId: string | null,
  recordOf: RecordOf,
): boolean {
  return placesOf(act, before).every(({ type, id }) => {
    if (type === 'unit') return isUnder(id, ownUnitId, recordOf);
    const record = recordOf(type, id);
    return record === undefined || isUnder(record('unitId'), ownUnitId, recordOf);
  });
}

/** Whether a unit is this one or below it, by the tree of today. */
function isUnder(unitId: FieldValue | undefined, ownUnitId: string | null, recordOf: RecordOf): boolean {
  if (typeof unitId !== 'string' || ownUnitId === null) return false;
  return isWithinUnit(unitId, ownUnitId, (id) => {
    const unit = recordOf('unit', id);
    const [parentId, successorIds] = [unit?.('parentId'), unit?.('successorIds')];
    return (
      unit && {
        parentId: typeof parentId === 'string' ? parentId : null,
        successorIds: Array.isArray(successorIds) ? successorIds.filter((heir) => typeof heir === 'string') : [],
      }
    );
  });
}
