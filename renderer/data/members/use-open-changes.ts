import type { MemberChangeRow } from '../rows.ts';
import { useLive } from '../use-live.ts';

/** Proposals on a member that wait for a second person, the oldest first; undefined while loading. */
export function useOpenChanges(memberId: string): readonly MemberChangeRow[] | undefined {
  return useLive(
    async ({ db }) => {
      const changes = await db.memberChanges
        .where('memberId')
        .equals(memberId)
        .filter(({ removed, state }) => !removed && state === 'proposed')
        .toArray();
      return changes.sort((a, b) => (a.proposedAt < b.proposedAt ? -1 : 1));
    },
    [memberId],
  );
}
