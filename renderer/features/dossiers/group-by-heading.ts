import { compareNaturally } from '#shared/domain/dossier/dossier-code.ts';
import type { CountedDossier } from '#renderer/data/dossiers/use-dossiers.ts';

/** A line of the list; `opens` on the first of its heading. */
export type ListedDossier = {
  readonly dossier: CountedDossier;
  readonly opens?: { readonly heading: string; readonly dossiers: number; readonly papers: number };
};

/** Puts dossiers of one year under their headings; those without stand last. Within a heading their order stays. */
export function groupByHeading(dossiers: readonly CountedDossier[]): readonly ListedDossier[] {
  const groups = new Map<string, CountedDossier[]>();
  for (const dossier of dossiers) groups.set(dossier.heading, [...(groups.get(dossier.heading) ?? []), dossier]);
  const headings = [...groups.keys()].sort(
    (a, b) => Number(a === '') - Number(b === '') || firstOf(a) - firstOf(b) || compareNaturally(a, b),
  );
  return headings.flatMap((heading) => {
    const members = groups.get(heading) ?? [];
    const papers = members.reduce((sum, dossier) => sum + dossier.papers, 0);
    return members.map((dossier, i) =>
      i === 0 ? { dossier, opens: { heading, dossiers: members.length, papers } } : { dossier },
    );
  });

  /** Headings stand in the order of the numbers under them, as on the printed list. */
  function firstOf(heading: string): number {
    const number = Number.parseInt(groups.get(heading)?.[0]?.fileNumber ?? '', 10);
    return Number.isNaN(number) ? Number.MAX_SAFE_INTEGER : number;
  }
}
