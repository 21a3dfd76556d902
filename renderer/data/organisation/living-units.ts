import type { PlainDate } from '#shared/base/plain-date.ts';
import { presentUnit } from '#shared/domain/unit/unit-reach.ts';
import type { UnitRow } from '../rows.ts';

/** Whether an organisation has not ended by a day; one whose end is decided ahead lives until then. */
export function isLiving({ validTo }: Pick<UnitRow, 'validTo'>, day: PlainDate): boolean {
  return validTo === null || validTo >= day;
}

/** The organisation that stands today for the one somebody belongs to. */
export function findPresentUnit(units: readonly UnitRow[], unitId: string | null | undefined): UnitRow | undefined {
  if (unitId === null || unitId === undefined) return undefined;
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return byId.get(presentUnit(unitId, (id) => byId.get(id)));
}
