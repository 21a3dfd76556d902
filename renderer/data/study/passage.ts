import { foldForSearch } from '#shared/base/vietnamese.ts';

/** Words before the first hit, and in all. */
const BEFORE = 8;
const SHOWN = 28;

/** A stretch of text around the first place where a word of the query begins, with the words that fit marked; undefined where none does. */
export function passageOf(
  text: string,
  query: string,
): readonly { readonly text: string; readonly isHit: boolean }[] | undefined {
  const wanted = foldForSearch(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  if (wanted.length === 0) return undefined;
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const fits = (word: string): boolean => {
    const folded = foldForSearch(word).replace(/^[^\p{L}\p{N}]+/u, '');
    return wanted.some((each) => folded.startsWith(each));
  };
  const first = findPlace(words, wanted, fits);
  if (first < 0) return undefined;
  const from = Math.max(0, first - BEFORE);
  const shown = words.slice(from, from + SHOWN);
  return [
    ...(from > 0 ? [{ text: '…', isHit: false }] : []),
    ...shown.map((word) => ({ text: word, isHit: fits(word) })),
    ...(from + SHOWN < words.length ? [{ text: '…', isHit: false }] : []),
  ];
}

/** Where the words of the query stand one after the other; else where the first of them stands. */
function findPlace(words: readonly string[], wanted: readonly string[], fits: (word: string) => boolean): number {
  const folded = words.map((word) => foldForSearch(word).replace(/^[^\p{L}\p{N}]+/u, ''));
  const together = folded.findIndex((_, at) => wanted.every((each, i) => folded[at + i]?.startsWith(each) === true));
  return together >= 0 ? together : words.findIndex(fits);
}
