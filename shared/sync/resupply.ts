import { equalValues } from './equal-values.ts';
import type { FieldValue, Op } from './op.ts';
import { openConflicts } from './replica.ts';
import type { Cell, SyncRecord } from './record.ts';

/** A `sup` op without what a device adds when it is journalled. `src` is null when the values are of several devices: then it is the one that brings them. */
export type Resupply = Pick<Op, 'type' | 'id' | 'base' | 'h' | 'by'> & {
  readonly src: number | null;
  readonly f: Readonly<Record<string, FieldValue>>;
};

/**
 * What a device must bring back of a record when a stream begins another life: every cell of its old copy that the present life lacks.
 * `shared`: sequence up to which both lives are the same (`sharedUpTo`); cells at or below it are in the backup or were replaced there, those above
 * were lost. They stand for what the backup holds, and become a question beside what was written since. Null when the life is the same and only the
 * copy was thrown away: then what was lost shows by sequences that the province no longer has.
 */
export function resupplyOf(
  old: SyncRecord,
  present: SyncRecord | undefined,
  shared: number | null,
): readonly Resupply[] {
  if (present === undefined) return [...birthOf(old), ...conflictsOf(old, undefined, 0)];
  const lost = Object.entries(old.f).filter(([field, cell]) => isLost(cell, field, present, shared));
  return [...grouped(old, lost, shared ?? 0), ...conflictsOf(old, present, shared)];
}

/** A record the province has nothing of must come back whole; who made it is known by its oldest cell. */
function birthOf(old: SyncRecord): readonly Resupply[] {
  const [first, ...others] = Object.values(old.f);
  if (first === undefined) return [];
  const oldest = others.reduce((found, cell) => (cell.h < found.h ? cell : found), first);
  const newest = Math.max(first.h, ...others.map(({ h }) => h));
  const f = Object.fromEntries(Object.entries(old.f).map(([field, { v }]) => [field, v]));
  return [{ type: old.type, id: old.id, base: 0, h: newest, by: oldest.by, src: null, f }];
}

/** Values that waited for a person wait again: they have seen nothing. */
function conflictsOf(old: SyncRecord, present: SyncRecord | undefined, shared: number | null): readonly Resupply[] {
  return openConflicts(old).flatMap((field) =>
    Object.values(old.c[field]?.e ?? {})
      .filter((cell) => present === undefined || isLost(cell, field, present, shared))
      .flatMap((cell) => grouped(old, [[field, cell]], 0)),
  );
}

/** Whether the present life lacks this cell: neither its value nor a later one of the same device is there. */
function isLost(cell: Cell, field: string, present: SyncRecord, shared: number | null): boolean {
  const current = present.f[field];
  if (current === undefined) return true;
  const waiting = present.c[field]?.e[String(cell.d)];
  if (equalValues(current.v, cell.v)) return false;
  if ([current, waiting].some((held) => held?.d === cell.d && held.h >= cell.h)) return false;
  return shared === null ? current.s <= cell.s : cell.s > shared;
}

/** One op for what one device wrote at one time. */
function grouped(old: SyncRecord, cells: readonly (readonly [string, Cell])[], base: number): readonly Resupply[] {
  const groups = new Map<string, { readonly cell: Cell; readonly f: Record<string, FieldValue> }>();
  for (const [field, cell] of cells) {
    const key = `${String(cell.d)}/${String(cell.h)}/${cell.by}`;
    const group = groups.get(key) ?? { cell, f: {} };
    group.f[field] = cell.v;
    groups.set(key, group);
  }
  return [...groups.values()].map(({ cell, f }) => ({
    type: old.type,
    id: old.id,
    base,
    h: cell.h,
    by: cell.by,
    src: cell.d,
    f,
  }));
}
