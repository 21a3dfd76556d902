import { use } from 'react';
import { isWithinUnit, presentUnit } from '#shared/domain/unit/unit-reach.ts';
import { isCellBound } from '#shared/op-scope.ts';
import { useUnits } from '../organisation/use-organisation.ts';
import { ActingPerson, useMay } from '../rights/use-may.ts';

/** In which cells the person at the PC may write: `all` for the office; a cell's secretary in the own one and those below it. */
export type HeldCells = {
  readonly all: boolean;
  /** The own cell of somebody whose acts end there; null where there is none. */
  readonly ownId: string | null;
  readonly mayHold: (unitId: string) => boolean;
};

/** Tells the cells in which the person may hold meetings. */
export function useHeldCells(): HeldCells {
  const person = use(ActingPerson);
  const { may } = useMay('meeting.hold');
  const places = new Map((useUnits() ?? []).map((unit) => [unit.id, unit]));
  const isBound = person !== null && isCellBound(person.role);
  const ownId = isBound && person.unitId !== null ? presentUnit(person.unitId, (id) => places.get(id)) : null;
  return {
    all: !isBound,
    ownId,
    mayHold: (unitId) => may && (!isBound || (ownId !== null && isWithinUnit(unitId, ownId, (id) => places.get(id)))),
  };
}
