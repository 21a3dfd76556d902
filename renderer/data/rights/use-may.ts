import { createContext, use } from 'react';
import { mayAct, rolesFor, type Action } from '#shared/domain/rights/rights-table.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import type { StaffRow } from '../rows.ts';

/** Who has the PC open. The shell gives it to every screen; null where nobody is known yet. */
export const ActingPerson = createContext<StaffRow | null>(null);

/** Whether the person at the PC may do something, and which roles may. */
export type May = { readonly may: boolean; readonly roles: readonly StaffRole[] };

/** Asks the table of rights for who has the PC open. What one may not do is not offered; where it is reached anyway, `roles` says who may. */
export function useMay(action: Action): May {
  const person = use(ActingPerson);
  return { may: person !== null && mayAct(person.role, action), roles: rolesFor(action) };
}
