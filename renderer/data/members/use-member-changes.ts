import { useMemo } from 'react';
import type { MemberChangeRow } from '../rows.ts';
import { useLive, useSharedLive } from '../use-live.ts';

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

/** How many proposals wait that somebody else than this person has made: what they may be asked to confirm. */
export function useChangesToConfirm(staffId: string): number {
  const waiting = useSharedLive('changes-to-confirm', async ({ db }) => {
    const open = await db.memberChanges.filter(({ removed, state }) => !removed && state === 'proposed').toArray();
    return open.map(({ proposedBy }) => proposedBy);
  });
  return useMemo(() => (waiting ?? []).filter((proposedBy) => proposedBy !== staffId).length, [waiting, staffId]);
}
