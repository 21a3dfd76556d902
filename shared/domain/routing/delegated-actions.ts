import type { PlainDate } from '#shared/base/plain-date.ts';
import { mayAct, type Action } from '#shared/domain/rights/rights-table.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import type { DelegatedDuty, DelegationFields } from './delegation-record.ts';

/** What a delegated duty lets its bearer do beyond their own role. */
export const dutyActions: Readonly<Record<DelegatedDuty, readonly Action[]>> = {
  direct: ['directive.give', 'document.route', 'handover.make'],
  approve: ['outgoing.approve'],
};

/** A delegation as it is judged by. */
export type DelegationSpan = Pick<
  DelegationFields,
  'fromStaffId' | 'toStaffId' | 'duties' | 'from' | 'until' | 'revokedOn'
>;

/** Where a delegation stands on a day. Taken back on a day, it no longer holds on that day. */
export function delegationStanding(
  { from, until, revokedOn }: Pick<DelegationSpan, 'from' | 'until' | 'revokedOn'>,
  day: PlainDate,
): 'coming' | 'holds' | 'ended' | 'revoked' {
  if (revokedOn !== null && revokedOn <= day) return 'revoked';
  if (day < from) return 'coming';
  return day <= until ? 'holds' : 'ended';
}

/**
 * Whether a duty given to this person covers an action on a day: `held` when a delegation holds and who gave it may do it by their own role,
 * `ended` when one did and is over or has been taken back, `none` otherwise. What one has by delegation cannot be passed on.
 */
export function delegatedStanding(
  action: Action,
  person: { readonly staffId: string; readonly day: PlainDate },
  delegations: readonly DelegationSpan[],
  roleOf: (staffId: string) => StaffRole | undefined,
): 'held' | 'ended' | 'none' {
  let found: 'ended' | 'none' = 'none';
  for (const delegation of delegations) {
    if (delegation.toStaffId !== person.staffId) continue;
    if (!delegation.duties.some((duty) => dutyActions[duty].includes(action))) continue;
    const role = roleOf(delegation.fromStaffId);
    if (role === undefined || !mayAct(role, action)) continue;
    const standing = delegationStanding(delegation, person.day);
    if (standing === 'holds') return 'held';
    if (standing !== 'coming') found = 'ended';
  }
  return found;
}
