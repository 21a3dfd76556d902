import { foldForSearch } from '#shared/base/vietnamese.ts';
import { bodyKeywordTable } from './body-keyword-table.ts';

/** A unit with the words by which it is known as responsible. */
export type BodyWords = { readonly unitId: string; readonly phrases: readonly string[] };

/** A unit that may be responsible. `isAmbiguous`: another unit is known by the same phrase. */
export type BodySuggestion = { readonly unitId: string; readonly phrase: string; readonly isAmbiguous: boolean };

/** The phrases of each unit: the office's own where it has set them, else those of the table for units it knows by name. Units without any are left out. */
export function wordsOfUnits(
  units: readonly { readonly id: string; readonly name: string }[],
  own: Readonly<Record<string, readonly string[]>>,
): readonly BodyWords[] {
  return units.flatMap(({ id, name }): BodyWords[] => {
    const set = own[id];
    if (set !== undefined) return set.length === 0 ? [] : [{ unitId: id, phrases: set }];
    const folded = foldForSearch(name);
    const known = bodyKeywordTable.find(({ names }) => names.some((part) => folded.includes(part)));
    return known === undefined ? [] : [{ unitId: id, phrases: known.phrases }];
  });
}

/**
 * Units that may be responsible for a paper with this abstract, by the longest phrase found in it; all units known by that phrase, in their order.
 * Tone marks do not count, words do: `y tế` is not found in `ngày tết`. Empty when nothing is found. A suggestion only, never filled in by itself.
 */
export function suggestBodies(abstract: string, bodies: readonly BodyWords[]): readonly BodySuggestion[] {
  const text = ` ${foldForSearch(abstract)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  let best: { readonly length: number; readonly found: BodySuggestion[] } = { length: 0, found: [] };
  for (const { unitId, phrases } of bodies) {
    for (const phrase of phrases) {
      const folded = foldForSearch(phrase);
      if (!text.includes(` ${folded} `) || folded.length < best.length) continue;
      const suggestion = { unitId, phrase, isAmbiguous: false };
      if (folded.length > best.length) best = { length: folded.length, found: [suggestion] };
      else if (!best.found.some((known) => known.unitId === unitId)) best.found.push(suggestion);
    }
  }
  return best.found.map((suggestion) => ({ ...suggestion, isAmbiguous: best.found.length > 1 }));
}
