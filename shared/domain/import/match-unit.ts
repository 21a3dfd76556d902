import { foldForSearch } from '#shared/base/vietnamese.ts';
import { unitPrefixWords } from './import-word-table.ts';

/** A unit as far as its names are concerned. */
export type NamedUnit = { readonly id: string; readonly names: readonly string[] };

/** Which unit words mean: one beyond doubt, some that are like it, or none. */
export type UnitMatch =
  | { readonly kind: 'sure'; readonly id: string }
  | { readonly kind: 'unsure'; readonly ids: readonly string[] }
  | { readonly kind: 'none' };

const SUGGESTIONS = 3;

/** Words that name a unit as they are compared and remembered: without marks, signs and double spaces. */
export function foldUnitWords(words: string): string {
  return foldForSearch(words)
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
}

/** The name without the words that only say what kind of body it is. */
function bareName(folded: string): string {
  const prefix = unitPrefixWords.find((word) => folded.startsWith(`${word} `));
  return prefix === undefined ? folded : bareName(folded.slice(prefix.length + 1));
}

/** Finds units by the words lists use for them. Built once for all rows. */
export class UnitFinder {
  readonly #whole = new Map<string, Set<string>>();
  readonly #bare = new Map<string, Set<string>>();
  readonly #known = new Map<string, UnitMatch>();

  constructor(units: readonly NamedUnit[]) {
    for (const { id, names } of units)
      for (const name of names) {
        const folded = foldUnitWords(name);
        add(this.#whole, folded, id);
        add(this.#bare, bareName(folded), id);
      }
  }

  find(words: string): UnitMatch {
    const held = this.#known.get(words);
    if (held !== undefined) return held;
    const match = this.#match(foldUnitWords(words));
    this.#known.set(words, match);
    return match;
  }

  #match(folded: string): UnitMatch {
    const whole = [...(this.#whole.get(folded) ?? [])];
    if (whole.length === 1 && whole[0] !== undefined) return { kind: 'sure', id: whole[0] };
    const bare = [...(this.#bare.get(bareName(folded)) ?? [])];
    if (whole.length === 0 && bare.length === 1 && bare[0] !== undefined) return { kind: 'sure', id: bare[0] };
    if (whole.length > 1 || bare.length > 1) return { kind: 'unsure', ids: whole.length > 1 ? whole : bare };
    const near = this.#near(bareName(folded));
    return near.length === 0 ? { kind: 'none' } : { kind: 'unsure', ids: near };
  }

  /** Units whose name differs by a letter or two, or holds all the words. */
  #near(bare: string): readonly string[] {
    if (bare.length < 3) return [];
    const most = bare.length > 8 ? 2 : 1;
    const scored: { readonly id: string; readonly distance: number }[] = [];
    for (const [name, ids] of this.#bare) {
      const holds = ` ${name} `.includes(` ${bare} `) || ` ${bare} `.includes(` ${name} `);
      const distance = holds ? 1 : editDistance(bare, name, most);
      if (distance <= most) for (const id of ids) scored.push({ id, distance });
    }
    return [...new Set(scored.sort((a, b) => a.distance - b.distance).map(({ id }) => id))].slice(0, SUGGESTIONS);
  }
}

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  const set = map.get(key) ?? new Set();
  set.add(id);
  map.set(key, set);
}

/** Letters to change, add or leave out to turn one text into the other; anything above `most` is `most + 1`. */
function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (before[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > most) return most + 1;
    before = row;
  }
  return before[other.length] ?? most + 1;
}
