import type { OpinionRow } from '#renderer/data/rows.ts';

/** People who were asked and have not answered since. `opinions` are oldest first. */
export function unansweredBy(opinions: readonly Pick<OpinionRow, 'kind' | 'staffId' | 'givenAt'>[]): readonly string[] {
  const waiting = new Set<string>();
  for (const { kind, staffId } of opinions) {
    if (kind === 'asked') waiting.add(staffId);
    else waiting.delete(staffId);
  }
  return [...waiting];
}
