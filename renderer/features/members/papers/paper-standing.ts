import type { DuePaper } from '#shared/domain/member/completeness.ts';
import type { MemberFields } from '#shared/domain/member/member-record.ts';

/** How a paper of the dossier stands. */
export type PaperStanding = 'held' | 'missing' | 'unneeded';

type Papers = Pick<MemberFields, 'heldPapers' | 'unneededPapers'>;

export function paperStateOf({ heldPapers, unneededPapers }: Papers, { code }: Pick<DuePaper, 'code'>): PaperStanding {
  if (heldPapers.includes(code)) return 'held';
  return unneededPapers.includes(code) ? 'unneeded' : 'missing';
}

/** The record's lists after papers were marked; only lists that change are named. */
export function markPapers(
  { heldPapers, unneededPapers }: Papers,
  codes: readonly string[],
  standing: PaperStanding,
): Partial<Papers> {
  const marked = (list: readonly string[], isIn: boolean): string[] => {
    const rest = list.filter((code) => !codes.includes(code));
    return isIn ? [...rest, ...codes] : rest;
  };
  const [held, unneeded] = [marked(heldPapers, standing === 'held'), marked(unneededPapers, standing === 'unneeded')];
  const isSame = (a: readonly string[], b: readonly string[]): boolean =>
    a.length === b.length && a.every((code) => b.includes(code));
  return {
    ...(!isSame(held, heldPapers) && { heldPapers: held }),
    ...(!isSame(unneeded, unneededPapers) && { unneededPapers: unneeded }),
  };
}
