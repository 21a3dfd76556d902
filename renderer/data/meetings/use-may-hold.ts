import { use } from 'react';
import { isCellBound } from '#shared/op-scope.ts';
import { useUnits } from '../organisation/use-organisation.ts';
import { ActingPerson, useMay } from '../rights/use-may.ts';
import type { UnitRow } from '../rows.ts';

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
  const units = useUnits() ?? [];
  const isBound = person !== null && isCellBound(person.role);
  const ownId = isBound ? person.unitId : null;
  return {
    all: !isBound,
    ownId,
    mayHold: (unitId) => may && (!isBound || (ownId !== null && chainOf(unitId, units).includes(ownId))),
  };
}

/** A unit and all above it. */
function chainOf(unitId: string, units: readonly UnitRow[]): readonly string[] {
  const chain: string[] = [];
  let at: string | null = unitId;
  while (at !== null && !chain.includes(at)) {
    chain.push(at);
    const unit = units.find(({ id }) => id === at);
    at = unit?.parentId ?? null;
  }
  return chain;
}
