import { useMemo } from 'react';
import { yearsOfPapers } from '#shared/domain/member/completeness.ts';
import { useReach } from '../rights/use-reach.ts';
import type { MemberRow } from '../rows.ts';
import type { MemberList } from '../search/search-port.ts';
import { useLive, useRowsById, useWatched } from '../use-live.ts';
import { useToday } from '../use-today.ts';
import type { MemberAsk, MemberFilter } from './member-list.ts';
import { useMemberRules } from './use-member-life.ts';

export { allMembers, type MemberCounts, type MemberFilter } from './member-list.ts';
export type { MemberList } from '../search/search-port.ts';

/** Years of which a dossier's yearly papers are asked for, by the rules of this office. */
export function usePaperYears(): readonly number[] {
  const today = useToday();
  const { yearlyPapers } = useMemberRules();
  return useMemo(() => yearsOfPapers(today, yearlyPapers), [today, yearlyPapers]);
}

/** A filter with the reach of who asks: nobody lists records they may not see. */
export function useMemberAsk(filter: MemberFilter): MemberAsk {
  const reach = useReach();
  const paperYears = usePaperYears();
  return useMemo(() => ({ ...filter, reach, paperYears }), [filter, reach, paperYears]);
}

/** Members under a filter, as ids, with counts for the chips; undefined while the index is being built. */
export function useMemberList(filter: MemberFilter): MemberList | undefined {
  const ask = useMemberAsk(filter);
  return useWatched<MemberList>(JSON.stringify(ask), (office, listener) => office.search.watchMembers(ask, listener));
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
