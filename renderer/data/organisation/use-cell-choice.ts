import type { PlainDate } from '#shared/base/plain-date.ts';
import type { UnitRow } from '../rows.ts';
import { useToday } from '../use-today.ts';
import { useUnits } from './use-organisation.ts';

/** An organisation to choose. */
export type UnitChoice = { readonly value: string; readonly label: string };

/** Party organisations a member can belong to today, in the order of the tree; `chosen` is among them even when it has ended. */
export function useCellChoice(chosen: string | null): readonly UnitChoice[] {
  const today = useToday();
  const units = useUnits() ?? [];
  return units
    .filter((unit) => unit.id === chosen || takesMembers(unit, today))
    .map(({ id, name }) => ({ value: id, label: name }));
}

/** Whether members belong to an organisation on a day: a Party organisation that has begun and not ended. */
export function takesMembers({ kind, validFrom, validTo }: UnitRow, day: PlainDate): boolean {
  if (kind === 'office' || kind === 'outside-body') return false;
  return (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);
}
