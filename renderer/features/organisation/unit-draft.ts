import { normalizeLine } from '#shared/base/vietnamese.ts';
import type { UnitFields } from '#shared/domain/unit/unit-record.ts';
import { usualUnit } from '#shared/domain/unit/usual-unit.ts';
import { equalValues } from '#shared/sync/equal-values.ts';

/** The form of a unit as typed. */
export type UnitDraft = Omit<UnitFields, 'order'> & { readonly order: string };

/** What stands in the way of saving. */
export type UnitProblem = 'name-required' | 'bad-order' | 'bad-dates';

const highestOrder = 100_000;

export function createUnitDraft(unit: UnitFields): UnitDraft {
  return { ...unit, order: String(unit.order) };
}

/** A new unit below `parentId`, after its siblings. */
export function blankUnit(parentId: string | null, siblings: readonly Pick<UnitFields, 'order'>[]): UnitDraft {
  const last = Math.max(0, ...siblings.map(({ order }) => order));
  return {
    ...usualUnit,
    name: '',
    kind: parentId === null ? 'committee' : 'cell',
    parentId,
    order: String(Math.min(highestOrder, last + 1)),
    validFrom: null,
    validTo: null,
  };
}

export function findUnitProblems(draft: UnitDraft): readonly UnitProblem[] {
  const problems: UnitProblem[] = [];
  if (normalizeLine(draft.name) === '') problems.push('name-required');
  if (readOrder(draft.order) === undefined) problems.push('bad-order');
  if (draft.validFrom !== null && draft.validTo !== null && draft.validTo < draft.validFrom) problems.push('bad-dates');
  return problems;
}

/** The unit as it is stored; only for a draft without problems. */
export function readUnit(draft: UnitDraft): UnitFields {
  return { ...draft, name: normalizeLine(draft.name), order: readOrder(draft.order) ?? 0 };
}

/** Place among siblings as typed, or undefined when it is no number from 0 to 100,000. */
export function readOrder(text: string): number | undefined {
  const order = /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : undefined;
  return order !== undefined && order <= highestOrder ? order : undefined;
}

/** Fields of `now` that differ from `before`. */
export function changesOf<T extends object>(before: T, now: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(now).filter(([field, value]) => !equalValues(value as never, before[field as keyof T] as never)),
  ) as Partial<T>;
}
