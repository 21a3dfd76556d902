import { useMemo } from 'react';
import { useConflicts } from '#renderer/data/review/use-review.ts';

/** Members with a field that has two values. */
export function useMembersToChoose(): readonly string[] {
  const conflicts = useConflicts();
  return useMemo(
    () => [...new Set((conflicts ?? []).filter(({ type }) => type === 'member').map(({ id }) => id))],
    [conflicts],
  );
}
