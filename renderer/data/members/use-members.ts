import type { MemberRow } from '../rows.ts';
import type { MemberList } from '../search/search-port.ts';
import { useLive, useRowsById, useWatched } from '../use-live.ts';
import type { MemberFilter } from './member-list.ts';

export { allMembers, type MemberCounts, type MemberFilter } from './member-list.ts';
export type { MemberList } from '../search/search-port.ts';

/** Members by name under a filter, as ids, with counts for the chips; undefined while the index is being built. */
export function useMemberList(filter: MemberFilter): MemberList | undefined {
  return useWatched<MemberList>(JSON.stringify(filter), (office, listener) =>
    office.search.watchMembers(filter, listener),
  );
}

/** Rows of the visible window, live. */
export function useMemberRows(ids: readonly string[]): ReadonlyMap<string, MemberRow> {
  return useRowsById<MemberRow>('members', ids);
}

/** One member; null when there is none, undefined while loading. */
export function useMember(id: string | undefined): MemberRow | null | undefined {
  return useLive<MemberRow | null>(
    async ({ db }) => (id === undefined ? null : ((await db.members.get(id)) ?? null)),
    [id],
  );
}
