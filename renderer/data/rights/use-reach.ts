import { use, useMemo } from 'react';
import { mayAct } from '#shared/domain/rights/rights-table.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import { isPrivateField } from '#shared/domain/member/private-fields.ts';
import { isWithinUnit } from '#shared/domain/unit/unit-reach.ts';
import { isCellBound } from '#shared/op-scope.ts';
import type { MemberReach } from '../members/member-list.ts';
import { useUnits } from '../organisation/use-organisation.ts';
import { ActingPerson, useMay } from './use-may.ts';

/** No unit's id: whoever is bound to a cell and has none reaches nobody. */
const NOWHERE = '-';

/** Whose members somebody of this role and organisation may look at, and whether at private fields too. */
export function reachOf(person: { readonly role: StaffRole; readonly unitId: string | null } | null): MemberReach {
  if (person === null || !mayAct(person.role, 'member.read')) return { within: NOWHERE, isPrivate: false };
  return {
    within: isCellBound(person.role) ? (person.unitId ?? NOWHERE) : null,
    isPrivate: mayAct(person.role, 'member.read-private'),
  };
}

/** The reach of who has the PC open. */
export function useReach(): MemberReach {
  const person = use(ActingPerson);
  const { may: isPrivate } = useMay('member.read-private');
  return useMemo(() => ({ ...reachOf(person), isPrivate }), [person, isPrivate]);
}

/** Whether a record of an organisation is within that reach: of a member, a meeting, fees. Not before the organisations are known. */
export function useIsInReach(): (unitId: string | null) => boolean {
  const { within } = useReach();
  const units = useUnits();
  return useMemo(() => {
    if (within === null) return () => true;
    const places = new Map((units ?? []).map((unit) => [unit.id, unit]));
    return (unitId: string | null) => unitId !== null && isWithinUnit(unitId, within, (id) => places.get(id));
  }, [within, units]);
}

/** Whether a field of a record may be shown to who has the PC open; fields that are no member's may. */
export function useMaySeeField(): (type: string, field: string) => boolean {
  const { isPrivate } = useReach();
  return useMemo(() => (type: string, field: string) => isPrivate || !isPrivateField(type, field), [isPrivate]);
}
