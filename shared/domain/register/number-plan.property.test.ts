import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nextBlock,
  planNext,
  refuseEntry,
  refuseNumber,
  usedOfBlock,
  type BlockSpan,
  type EntrySpan,
  type SeriesNumbers,
  type Standing,
} from './number-plan.ts';
import { countGaps, reportSeries, type NumberedPaper } from './series-report.ts';

/** What one PC knows of a series, and what it has done since. Everybody hears of everything at `meet`. */
type Pc = { readonly standing: Standing; papers: NumberedPaper[]; entries: EntrySpan[]; blocks: BlockSpan[] };

function numbersOf({ papers, entries, blocks }: Pc): SeriesNumbers {
  const used = new Set(papers.map(({ number }) => number));
  return {
    isUsed: (number) => used.has(number),
    highestUsed: used.size === 0 ? undefined : Math.max(...used),
    entries,
    blocks,
  };
}

type Act =
  | { readonly kind: 'issue'; readonly pc: number }
  | { readonly kind: 'choose'; readonly pc: number; readonly number: number }
  | {
      readonly kind: 'note';
      readonly pc: number;
      readonly from: number;
      readonly count: number;
      readonly as: EntrySpan['kind'];
    }
  | { readonly kind: 'release'; readonly pc: number; readonly at: number }
  | { readonly kind: 'ask'; readonly pc: number; readonly count: number }
  | { readonly kind: 'return'; readonly pc: number; readonly at: number }
  | { readonly kind: 'meet' };

const pcOf = fc.nat({ max: 2 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('issue' as const), pc: pcOf }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('choose' as const), pc: pcOf, number: fc.integer({ min: 1, max: 40 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('note' as const),
      pc: pcOf,
      from: fc.integer({ min: 1, max: 40 }),
      count: fc.integer({ min: 1, max: 5 }),
      as: fc.constantFrom('reserved' as const, 'skipped' as const, 'cancelled' as const, 'paper-book' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('release' as const), pc: pcOf, at: fc.nat({ max: 9 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      pc: fc.integer({ min: 1, max: 2 }),
      count: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('return' as const),
      pc: fc.integer({ min: 1, max: 2 }),
      at: fc.nat({ max: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'meet' as const }) },
);

/** Three PCs, the first holds the book; each acts on what it knows, and they meet now and then. */
class Simulation {
  readonly pcs = [0, 1, 2].map((at): Pc => {
    return { standing: { device: at + 1, isHolder: at === 0 }, papers: [], entries: [], blocks: [] };
  });
  #ids = 0;

  run(acts: readonly Act[]): void {
    for (const each of acts) this.step(each);
    this.meet();
  }

  step(each: Act): void {
    if (each.kind === 'meet') {
      this.meet();
      return;
    }
    const pc = this.pcs[each.pc];
    if (pc === undefined) return;
    const { standing } = pc;
    const numbers = numbersOf(pc);
    if (each.kind === 'issue') {
      const plan = planNext(numbers, standing);
      if (plan.how !== 'late') pc.papers.push({ id: this.#id(), number: plan.number });
    } else if (each.kind === 'choose') {
      if (refuseNumber(numbers, standing, each.number) === undefined)
        pc.papers.push({ id: this.#id(), number: each.number });
    } else if (each.kind === 'note') {
      const span = { from: each.from, to: each.from + each.count - 1, kind: each.as };
      if (refuseEntry(numbers, standing, span) === undefined)
        pc.entries.push({ id: this.#id(), isReleased: false, ...span });
    } else if (each.kind === 'release') {
      // Only a PC that holds the book gives numbers again that were kept or left out.
      if (!standing.isHolder) return;
      pc.entries = pc.entries.map((entry, at) =>
        at === each.at && (entry.kind === 'reserved' || entry.kind === 'skipped')
          ? { ...entry, isReleased: true }
          : entry,
      );
    } else if (each.kind === 'ask') {
      const asked = { from: null, to: null, returnedAt: null, usedTo: each.count };
      pc.blocks.push({ id: this.#id(), forDevice: standing.device, ...asked });
    } else {
      pc.blocks = pc.blocks.map((block, at) => {
        if (at !== each.at || block.forDevice !== standing.device || block.from === null || block.to === null)
          return block;
        if (block.returnedAt !== null) return block;
        const { from, to } = block;
        const isGone = (number: number): boolean =>
          numbers.isUsed(number) || numbers.entries.some((e) => !e.isReleased && e.from <= number && number <= e.to);
        return { ...block, returnedAt: 'now', usedTo: usedOfBlock({ from, to }, isGone) };
      });
    }
  }

  /** Everything is told to everybody, then the holder cedes what was asked for (the count stands in `usedTo` until then). */
  meet(): void {
    const papers = uniteById(this.pcs.map((pc) => pc.papers));
    const entries = uniteById(
      this.pcs.map((pc) => pc.entries),
      (a, b) => (a.isReleased ? a : b),
    );
    const blocks = uniteById(
      this.pcs.map((pc) => pc.blocks),
      (a, b) => (a.returnedAt !== null || b.from === null ? a : b),
    );
    for (const pc of this.pcs) Object.assign(pc, { papers: [...papers], entries: [...entries], blocks: [...blocks] });
    const holder = this.pcs[0];
    if (holder === undefined) return;
    for (const block of blocks.filter(({ from, returnedAt }) => from === null && returnedAt === null)) {
      const granted = { ...block, ...nextBlock(numbersOf(holder), block.usedTo ?? 1), usedTo: null };
      for (const pc of this.pcs) pc.blocks = pc.blocks.map((each) => (each.id === block.id ? granted : each));
    }
  }

  #id(): string {
    this.#ids += 1;
    return String(this.#ids);
  }
}

function uniteById<T extends { readonly id: string }>(
  lists: readonly (readonly T[])[],
  newer: (a: T, b: T) => T = (a) => a,
): T[] {
  const byId = new Map<string, T>();
  for (const each of lists.flat()) {
    const known = byId.get(each.id);
    byId.set(each.id, known === undefined ? each : newer(known, each));
  }
  return [...byId.values()];
}

describe('three PCs that number one series apart', () => {
  it('never give a number twice, whatever each chooses, keeps, leaves out or gives back between their meetings', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const office = new Simulation();
        office.run(acts);
        const [holder] = office.pcs;
        const numbers = holder?.papers.map(({ number }) => number) ?? [];
        expect(new Set(numbers).size).toBe(numbers.length);
        const lines = reportSeries(holder?.papers ?? [], holder?.entries ?? [], holder?.blocks ?? []);
        expect(lines.some(({ kind }) => kind === 'double')).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('leave no number unexplained while nobody chooses one out of order or gives one free', () => {
    const plain = act.filter(({ kind }) => kind === 'issue' || kind === 'ask' || kind === 'return' || kind === 'meet');
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 60 }), (acts) => {
        const office = new Simulation();
        office.run(acts);
        const { papers = [], entries = [], blocks = [] } = office.pcs[0] ?? {};
        expect(countGaps(reportSeries(papers, entries, blocks))).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it('never let a cancelled or skipped number be given', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const office = new Simulation();
        office.run(acts);
        const { papers = [], entries = [] } = office.pcs[0] ?? {};
        const closed = entries.filter(
          ({ kind, isReleased }) => !isReleased && (kind === 'cancelled' || kind === 'skipped'),
        );
        for (const { from, to } of closed)
          expect(papers.some(({ number }) => from <= number && number <= to)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
