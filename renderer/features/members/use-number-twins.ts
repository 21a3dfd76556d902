import { useMemo } from 'react';
import type { MemberFields } from '#shared/domain/member/member-record.ts';
import { allMembers, useMemberList, useMemberRows } from '#renderer/data/members/use-members.ts';
import type { MemberRow } from '#renderer/data/rows.ts';

/** A search text no record has: finds nobody. */
const nobody = '\u0000';
const shortestNumber = 6;

/** Other members found under this one's numbers: candidates for bearing the same. */
export function useNumberTwins(values: MemberFields, ownId: string | undefined): readonly MemberRow[] {
  const card = useFoundIds(values.cardNumber);
  const file = useFoundIds(values.fileNumber);
  const citizen = useFoundIds(values.citizenId);
  const rows = useMemberRows(
    useMemo(
      () => [...new Set([...card, ...file, ...citizen])].filter((id) => id !== ownId),
      [card, file, citizen, ownId],
    ),
  );
  return useMemo(() => [...rows.values()], [rows]);
}

const none: readonly string[] = [];

function useFoundIds(number: string): readonly string[] {
  const text = number.replace(/[\s.]/g, '');
  const query = text.length < shortestNumber ? nobody : text;
  const list = useMemberList(useMemo(() => ({ ...allMembers, query }), [query]));
  return useMemo(() => (query === nobody ? none : (list?.ids.slice(0, 5) ?? none)), [list, query]);
}
