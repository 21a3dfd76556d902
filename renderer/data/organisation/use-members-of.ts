import { comparePersonNames } from '#shared/base/person-name.ts';
import { activeStates } from '#shared/domain/member/party-age.ts';
import type { MemberRow } from '../rows.ts';
import { useLive } from '../use-live.ts';

/** Everybody who belongs to an organisation itself: members, people on the way into the Party, guests. By name; undefined while loading. */
export function useMembersOf(unitId: string | null): readonly MemberRow[] | undefined {
  return useLive(
    async ({ db }) => {
      if (unitId === null) return [];
      const rows = await db.members.filter((row) => !row.removed && row.unitId === unitId && takesPart(row)).toArray();
      return rows.sort((a, b) => comparePersonNames(a.name, b.name));
    },
    [unitId],
  );
}

function takesPart({ state }: MemberRow): boolean {
  return state === 'candidate' || state === 'guest' || activeStates.includes(state);
}
