import type { MemberLineRow } from '../rows.ts';
import { useLive } from '../use-live.ts';
import { listMemberLines } from './member-line-repository.ts';

/** All lines of a member's record, in the order of their tables; undefined while loading. */
export function useMemberLines(memberId: string): readonly MemberLineRow[] | undefined {
  return useLive((office) => listMemberLines(office, memberId), [memberId]);
}
