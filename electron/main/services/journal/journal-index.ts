import type { JournalFacts } from '#shared/contract/disk-facts.ts';
import type { JournalEntry, Segment } from './segment.ts';
import type { Lane } from './segment-format.ts';

/** An entry and the segment it lies in. */
export type Located = { readonly segment: Segment; readonly entry: JournalEntry };

/** Most ops one reading gives, not counting further ops with the last one's counter. */
const READ_LIMIT = 1000;

/** Finds ops by counter. Built anew after the segments changed other than at their end. */
export type JournalIndex = {
  /** Readable ops of a lane above `n`: by counter, then as made; at most 1,000, and never splits those of one counter. */
  readonly listAbove: (lane: Lane, dev: number, n: number) => readonly Located[];
  readonly facts: (dev: number) => Pick<JournalFacts, 'firstN' | 'lastN' | 'lastLocalN'>;
  /** To be called after any change of segments. */
  readonly forget: () => void;
};

/** Makes the index on the journal's list of segments. */
export function createJournalIndex(segments: () => readonly Segment[]): JournalIndex {
  let sorted = new Map<string, readonly Located[]>();

  function listLane(lane: Lane, dev: number): readonly Located[] {
    const key = `${lane}:${String(dev)}`;
    const known = sorted.get(key);
    if (known !== undefined) return known;
    const all = segments()
      .filter((segment) => reads(segment, lane, dev))
      .flatMap((segment) => segment.entries.map((entry) => ({ segment, entry })))
      .sort((a, b) => a.entry.n - b.entry.n || a.segment.order - b.segment.order || a.entry.index - b.entry.index);
    sorted.set(key, all);
    return all;
  }

  return {
    listAbove(lane, dev, n) {
      const all = listLane(lane, dev);
      const wanted: Located[] = [];
      for (let i = findFirstAbove(all, n); i < all.length; i += 1) {
        const located = all[i];
        if (located === undefined || located.entry.unreadable === true) continue;
        if (wanted.length >= READ_LIMIT && located.entry.n !== wanted.at(-1)?.entry.n) break;
        wanted.push(located);
      }
      return wanted;
    },
    facts(dev) {
      const shared = listLane('shared', dev);
      return {
        firstN: shared[0]?.entry.n ?? 0,
        lastN: shared.at(-1)?.entry.n ?? 0,
        lastLocalN: listLane('local', dev).at(-1)?.entry.n ?? 0,
      };
    },
    forget() {
      sorted = new Map();
    },
  };
}

/** Shared counters belong to a number; what never leaves the PC is this PC's whatever number it had. */
function reads({ header }: Segment, lane: Lane, dev: number): boolean {
  return header.lane === lane && (lane === 'local' || header.dev === dev);
}

function findFirstAbove(all: readonly Located[], n: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((all[middle]?.entry.n ?? 0) > n) high = middle;
    else low = middle + 1;
  }
  return low;
}
