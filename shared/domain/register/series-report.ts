import type { BlockSpan, EntrySpan } from './number-plan.ts';

/**
 * A paper that bears a number of the series. `office`: the merged commune in whose book of what comes in it was numbered, where it must be told from the
 * office's own of the same number; empty or absent else.
 */
export type NumberedPaper = { readonly id: string; readonly number: number; readonly office?: string };

/**
 * Numbers `from` to `to` of a series, and what became of them: borne by a paper, spoken for by a ledger entry, ceded to another PC, or unexplained (`gap`).
 * `double`: two papers bear the same number of the same office, which only a person can put right. A number that two offices gave before they were merged is two
 * lines, the own one first.
 */
export type SeriesLine<P, E, B> = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'paper'; readonly paper: P }
  | { readonly kind: 'double'; readonly papers: readonly P[] }
  | { readonly kind: 'entry'; readonly entry: E }
  | { readonly kind: 'ceded'; readonly block: B }
  | { readonly kind: 'gap' }
);

/**
 * Every number of a series from 1 to the last that is used or spoken for, in order; numbers with the same explanation stand in one line.
 * What a paper bears counts as used, whatever an entry says of it; released entries explain nothing.
 */
export function reportSeries<P extends NumberedPaper, E extends EntrySpan, B extends BlockSpan>(
  papers: readonly P[],
  entries: readonly E[],
  blocks: readonly B[],
): readonly SeriesLine<P, E, B>[] {
  const borne = new Map<number, P[]>();
  for (const paper of papers) borne.set(paper.number, [...(borne.get(paper.number) ?? []), paper]);
  const spoken = new Map<number, E>();
  for (const entry of entries)
    if (!entry.isReleased) for (let number = entry.from; number <= entry.to; number += 1) spoken.set(number, entry);
  const ceded = new Map<number, B>();
  for (const block of blocks)
    if (block.from !== null && block.to !== null)
      for (let number = block.from; number <= block.to; number += 1) ceded.set(number, block);
  const top = [borne, spoken, ceded].reduce((most, map) => Math.max(most, ...topOf(map)), 0);
  const lines: SeriesLine<P, E, B>[] = [];
  for (let number = 1; number <= top; number += 1) {
    for (const papers of byOffice(borne.get(number))) {
      const line = lineOf(number, papers, spoken.get(number), ceded.get(number));
      const last = lines.at(-1);
      if (last !== undefined && isSameExplanation(last, line)) lines[lines.length - 1] = { ...last, to: number };
      else lines.push(line);
    }
  }
  return lines;
}

/** Numbers no paper bears and nobody has explained. */
export function countGaps(lines: readonly SeriesLine<unknown, unknown, unknown>[]): number {
  return lines.reduce((sum, { kind, from, to }) => sum + (kind === 'gap' ? to - from + 1 : 0), 0);
}

/** Papers of one number, each office's by themselves; one entry without papers where nobody bears it. */
function byOffice<P extends NumberedPaper>(papers: readonly P[] | undefined): readonly (readonly P[] | undefined)[] {
  if (papers === undefined || papers.length < 2) return [papers];
  const offices = [...new Set(papers.map(({ office = '' }) => office))].sort();
  return offices.map((each) => papers.filter(({ office = '' }) => office === each));
}

function lineOf<P, E, B>(
  number: number,
  papers: readonly P[] | undefined,
  entry: E | undefined,
  block: B | undefined,
): SeriesLine<P, E, B> {
  const span = { from: number, to: number };
  const [paper] = papers ?? [];
  if (papers !== undefined && papers.length > 1) return { ...span, kind: 'double', papers };
  if (paper !== undefined) return { ...span, kind: 'paper', paper };
  if (entry !== undefined) return { ...span, kind: 'entry', entry };
  return block === undefined ? { ...span, kind: 'gap' } : { ...span, kind: 'ceded', block };
}

function isSameExplanation(
  a: SeriesLine<unknown, unknown, unknown>,
  b: SeriesLine<unknown, unknown, unknown>,
): boolean {
  if (a.kind === 'entry' && b.kind === 'entry') return a.entry === b.entry;
  if (a.kind === 'ceded' && b.kind === 'ceded') return a.block === b.block;
  return a.kind === 'gap' && b.kind === 'gap';
}

function topOf(map: ReadonlyMap<number, unknown>): readonly number[] {
  let top = 0;
  for (const number of map.keys()) top = Math.max(top, number);
  return [top];
}
