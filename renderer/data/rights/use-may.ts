import { createContext, use } from 'react';
import { mayAct, rolesFor, type Action } from '#shared/domain/rights/rights-table.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import type { StaffRow } from '../rows.ts';

/** Who has the PC open. The shell gives it to every screen; null where nobody is known yet. */
export const ActingPerson = createContext<StaffRow | null>(null);

/** What that person may do today by duties given to them. */
export const DelegatedActions = createContext<ReadonlySet<Action>>(new Set());

/** Whether the person at the PC may do something, and which roles may. */
export type May = { readonly may: boolean; readonly roles: readonly StaffRole[] };

/** What who has the PC open may do, for lists of things each with a right of its own. */
export function useMayAct(): (action: Action) => boolean {
  const person = use(ActingPerson);
  const delegated = use(DelegatedActions);
  return (action) => person !== null && (mayAct(person.role, action) || delegated.has(action));
}

/** Asks the table of rights, and the duties given for today, for who has the PC open. What one may not do is not offered; where it is reached anyway, `roles` says who may. */
export function useMay(action: Action): May {
  const person = use(ActingPerson);
  const delegated = use(DelegatedActions);
  const may = person !== null && (mayAct(person.role, action) || delegated.has(action));
  return { may, roles: rolesFor(action) };
}
