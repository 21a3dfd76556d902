import { useMemo } from 'react';
import type { MemberChangeRow } from '../rows.ts';
import { useLive } from '../use-live.ts';

/** Proposals on a member, settled ones too, the oldest first; undefined while loading. */
export function useMemberChanges(memberId: string): readonly MemberChangeRow[] | undefined {
  return useLive(
    async ({ db }) => {
      const changes = await db.memberChanges
        .where('memberId')
        .equals(memberId)
        .filter(({ removed }) => !removed)
        .toArray();
      return changes.sort((a, b) => (a.proposedAt < b.proposedAt ? -1 : 1));
    },
    [memberId],
  );
}

/** Those that wait for a second person; undefined while loading. */
export function useOpenChanges(memberId: string): readonly MemberChangeRow[] | undefined {
  const changes = useMemberChanges(memberId);
  return useMemo(() => changes?.filter(({ state }) => state === 'proposed'), [changes]);
}
