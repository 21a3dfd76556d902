import { equalValues } from './equal-values.ts';
import type { Op, Origin } from './op.ts';
import { openConflicts } from './replica.ts';
import { ownTime, type Cell, type SyncRecord } from './record.ts';

/** A `sup` op without what a device adds when it is journalled. */
export type Resupply = Pick<Op, 'type' | 'id' | 'f' | 'base' | 'h' | 'by'> & {
  readonly origin: Readonly<Record<string, Origin>>;
};

type Named = readonly (readonly [field: string, cell: Cell])[];

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
  const cells = Object.entries(old.f);
  const lost = present === undefined ? cells : cells.filter(([field, cell]) => isLost(cell, field, present, shared));
  const waited = openConflicts(old);
  const [settled, unsettled] = [
    lost.filter(([field]) => present === undefined || !waited.includes(field)),
    // Beside a value that still waited it had not replaced anything.
    lost.filter(([field]) => present !== undefined && waited.includes(field)),
  ];
  const waiting = waited.flatMap((field) =>
    Object.values(old.c[field]?.e ?? {})
      .filter((cell) => present === undefined || isLost(cell, field, present, shared))
      .map((cell): Named => [[field, cell]]),
  );
  return [
    ...toResupply(old, settled, present === undefined ? 0 : (shared ?? 0)),
    ...toResupply(old, unsettled, 0),
    ...waiting.flatMap((cell) => toResupply(old, cell, 0)),
  ];
}

/**
 * What of a noted part the present record still lacks; undefined when it is all there: brought back by another device meanwhile, or by this one before
 * its note came back with a backup.
 */
export function stillLacking(part: Resupply, present: SyncRecord | undefined): Resupply | undefined {
  const fields = Object.keys(part.f).filter((field) => {
    const [value, origin, current] = [part.f[field] ?? null, part.origin[field], present?.f[field]];
    const waiting = present?.c[field]?.e[String(origin?.dev)];
    const isThere = current !== undefined && equalValues(current.v, value);
    return !isThere && !hasWrittenSince([current, waiting], origin?.dev, origin && ownTime(origin));
  });
  if (fields.length === 0) return undefined;
  const only = <T>(values: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(values).filter(([field]) => fields.includes(field)));
  return { ...part, f: only(part.f), origin: only(part.origin) };
}

/** Whether the present life lacks this cell: neither its value nor a later one of the same device is there. */
function isLost(cell: Cell, field: string, present: SyncRecord, shared: number | null): boolean {
  const current = present.f[field];
  if (current === undefined) return true;
  const waiting = present.c[field]?.e[String(cell.d)];
  if (equalValues(current.v, cell.v)) return false;
  if (hasWrittenSince([current, waiting], cell.d, ownTime(cell))) return false;
  return shared === null ? current.s <= cell.s : cell.s > shared;
}

/** Whether one of the cells held is of this device, from then or later. */
function hasWrittenSince(
  held: readonly (Cell | undefined)[],
  dev: number | undefined,
  at: number | undefined,
): boolean {
  return held.some((cell) => cell !== undefined && cell.d === dev && at !== undefined && ownTime(cell) >= at);
}

/** One op with all these cells, each with its origin; the newest dates it. */
function toResupply({ type, id }: SyncRecord, cells: Named, base: number): readonly Resupply[] {
  const [first, ...others] = cells.map(([, cell]) => cell);
  if (first === undefined) return [];
  const newest = others.reduce((found, cell) => (cell.h > found.h ? cell : found), first);
  const f = Object.fromEntries(cells.map(([field, { v }]) => [field, v]));
  const origin = Object.fromEntries(
    cells.map(([field, { d, h, by, told }]) => [field, { dev: d, h, by, ...(told !== undefined && { told }) }]),
  );
  return [{ type, id, base, h: newest.h, by: newest.by, f, origin }];
}
