import { addDays, type PlainDate } from '#shared/base/plain-date.ts';
import type { UnitFields } from './unit-record.ts';
import { changesInOrder, endedBy, livingUnit, type Succession, type UnitChange } from './unit-succession.ts';

type Unit = Pick<UnitFields, 'name' | 'parentId' | 'validFrom' | 'validTo' | 'formerNames' | 'successorIds'> & {
  readonly id: string;
};

/** Fields of an organisation that its changes say. */
export type UnitUpdate = Partial<Pick<UnitFields, 'name' | 'parentId' | 'validTo' | 'formerNames' | 'successorIds'>>;

/**
 * What an organisation's record lacks to say what the changes make of it on a day; empty when it is level with them. The last day is written ahead, heirs, a
 * new name and a new place in the tree when their day has come. What was put right by hand since stays.
 */
export function updatesOf(
  unit: Unit,
  changes: readonly UnitChange[],
  succession: Succession,
  today: PlainDate,
): UnitUpdate {
  return {
    ...endOf(unit, changes, succession, today),
    ...nameOf(unit, changes, today),
    ...parentOf(unit, changes, succession, today),
  };
}

/** Whether a change has anything to say about whether an organisation goes on. */
function concernsEnd(id: string, change: UnitChange): boolean {
  return endedBy(change).includes(id) || (change.voidReason !== '' && change.foundedUnitIds.includes(id));
}

function endOf(unit: Unit, changes: readonly UnitChange[], { ends }: Succession, today: PlainDate): UnitUpdate {
  if (!changes.some((change) => concernsEnd(unit.id, change))) return {};
  const end = ends.get(unit.id);
  const validTo = end === undefined ? null : addDays(end.on, -1);
  const successorIds = end !== undefined && end.on <= today ? [...end.heirs] : [];
  return {
    ...(unit.validTo !== validTo && { validTo }),
    ...(unit.successorIds.join() !== successorIds.join() && { successorIds }),
  };
}

function nameOf(unit: Unit, changes: readonly UnitChange[], today: PlainDate): UnitUpdate {
  const last = ownChanges(unit.id, 'renamed', changes).findLast(({ on }) => on <= today);
  if (last === undefined || unit.name !== last.formerName || last.name === '') return {};
  const formerNames = [...unit.formerNames, { name: last.formerName, until: addDays(last.on, -1) }].slice(-50);
  return { name: last.name, formerNames };
}

function parentOf(unit: Unit, changes: readonly UnitChange[], succession: Succession, today: PlainDate): UnitUpdate {
  const last = ownChanges(unit.id, 'moved', changes).findLast(({ on }) => on <= today);
  const moved = last !== undefined && unit.parentId === last.formerParentId ? last.parentId : unit.parentId;
  // Whoever stood under an organisation that ended stands under its heir.
  const parentId = moved === null ? null : livingUnit(succession, moved, today);
  return parentId === unit.parentId || parentId === unit.id ? {} : { parentId };
}

function ownChanges(id: string, kind: UnitChange['kind'], changes: readonly UnitChange[]): readonly UnitChange[] {
  return changesInOrder(changes).filter(
    (change) => change.kind === kind && change.voidReason === '' && change.fromUnitIds.includes(id),
  );
}

/** An organisation as it stood on a day. */
export type UnitOnDay<T extends Unit> = T & { readonly name: string; readonly parentId: string | null };

/** The organisations there were at the end of a day, under the names and in the places of that day. */
export function unitsOn<T extends Unit>(
  units: readonly T[],
  changes: readonly UnitChange[],
  succession: Succession,
  day: PlainDate,
): readonly UnitOnDay<T>[] {
  return units
    .filter((unit) => existsOn(unit, succession, day))
    .map((unit) => ({ ...unit, name: nameOn(unit, changes, day), parentId: parentOn(unit, changes, succession, day) }));
}

/** Whether an organisation was there on a day. */
export function existsOn(
  { id, validFrom, validTo }: Pick<Unit, 'id' | 'validFrom' | 'validTo'>,
  { ends }: Pick<Succession, 'ends'>,
  day: PlainDate,
): boolean {
  const end = ends.get(id);
  if (validFrom !== null && day < validFrom) return false;
  if (end !== undefined) return day < end.on;
  return validTo === null || day <= validTo;
}

/** The name an organisation bore on a day. */
export function nameOn(unit: Unit, changes: readonly UnitChange[], day: PlainDate): string {
  const renamed = ownChanges(unit.id, 'renamed', changes);
  const next = renamed.find(({ on }) => on > day);
  if (next !== undefined) return next.formerName;
  const last = renamed.at(-1);
  return last !== undefined && unit.name === last.formerName ? last.name : unit.name;
}

function parentOn(unit: Unit, changes: readonly UnitChange[], succession: Succession, day: PlainDate): string | null {
  const next = changesInOrder(changes).find(
    (change) =>
      change.on > day &&
      change.voidReason === '' &&
      ((change.kind === 'moved' && change.fromUnitIds.includes(unit.id)) || Object.hasOwn(change.carriedWork, unit.id)),
  );
  const parent =
    next === undefined
      ? unit.parentId
      : next.kind === 'moved'
        ? next.formerParentId
        : (next.carriedWork[unit.id] ?? unit.parentId);
  return parent === null ? null : livingUnit(succession, parent, day);
}
