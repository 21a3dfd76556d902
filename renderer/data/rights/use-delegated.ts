import { actions, type Action } from '#shared/domain/rights/rights-table.ts';
import { delegatedStanding } from '#shared/domain/routing/delegated-actions.ts';
import type { StaffRole } from '#shared/domain/staff/staff-record.ts';
import { useMemo } from 'react';
import { useLive } from '../use-live.ts';
import { useToday } from '../use-today.ts';

/** What a person may do today by duties given to them, beside their own role; empty while nothing is known. A duty ends at midnight by itself. */
export function useDelegatedActions(staffId: string): ReadonlySet<Action> {
  const today = useToday();
  const found = useLive(
    async ({ db }) => {
      const given = (await db.delegations.toArray()).filter(
        ({ removed, toStaffId }) => !removed && toStaffId === staffId,
      );
      if (given.length === 0) return [];
      const givers = await db.staff.bulkGet(given.map(({ fromStaffId }) => fromStaffId));
      const roles = new Map<string, StaffRole>(
        givers.flatMap((giver) => (giver?.active === true && !giver.removed ? [[giver.id, giver.role]] : [])),
      );
      const person = { staffId, day: today };
      return actions.filter((action) => delegatedStanding(action, person, given, (id) => roles.get(id)) === 'held');
    },
    [staffId, today],
  );
  return useMemo(() => new Set(found ?? []), [found]);
}
