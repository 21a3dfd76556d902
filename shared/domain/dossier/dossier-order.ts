/** Room left between two neighbours, so that most moves change one line only. */
const STEP = 16;
/** Highest place a line can have (`dossier-item-record.ts`). */
export const HIGHEST_ORDER = 99_999;

/** A line of a dossier as far as its place goes. Equal places are told apart by id: two PCs may both have added at the end. */
export type OrderedItem = { readonly id: string; readonly order: number };

/** Lines in the order people see. */
export function inDossierOrder<T extends OrderedItem>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Place for a line added at the end. */
export function orderAtEnd(items: readonly OrderedItem[]): number {
  const last = Math.max(0, ...items.map(({ order }) => order));
  return Math.min(HIGHEST_ORDER, last + STEP);
}

/**
 * The places to write so that the line `id` stands at index `to` (from 0) among `items`; as few as possible, empty when nothing moves.
 * Lines are shifted only as far as needed to make room.
 */
export function planMove(items: readonly OrderedItem[], id: string, to: number): readonly OrderedItem[] {
  const before = inDossierOrder(items);
  const moved = before.find((item) => item.id === id);
  if (moved === undefined) return [];
  const rest = before.filter((item) => item.id !== id);
  const at = Math.min(Math.max(0, to), rest.length);
  const after = [...rest.slice(0, at), moved, ...rest.slice(at)];
  if (after.every((item, i) => item.id === before[i]?.id)) return [];
  const [from, until] = findRoom(rest, at);
  const low = rest[from - 1]?.order ?? 0;
  const high = rest[until]?.order ?? HIGHEST_ORDER + 1;
  const members = after.slice(from, until + 1);
  const gap =
    until >= rest.length ? Math.min(STEP, (high - low) / (members.length + 1)) : (high - low) / (members.length + 1);
  return members
    .map((item, i) => ({ id: item.id, order: Math.floor(low + gap * (i + 1)) }))
    .filter((item, i) => members[i]?.order !== item.order || item.id === id);
}

/** The smallest stretch of the other lines around `at` that, spread out again, has a free place: lines `from` to `until` (excluded). */
function findRoom(rest: readonly OrderedItem[], at: number): readonly [from: number, until: number] {
  let [from, until] = [at, at];
  while (from > 0 || until < rest.length) {
    const low = rest[from - 1]?.order ?? 0;
    const high = rest[until]?.order ?? HIGHEST_ORDER + 1;
    if (high - low > until - from + 1) break;
    if (until < rest.length) until += 1;
    if (from > 0) from -= 1;
  }
  return [from, until];
}
