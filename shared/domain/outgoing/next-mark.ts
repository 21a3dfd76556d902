import { itemLetters } from './signing-words-table.ts';

/** `a)` is followed by `b)`, `đ)` stands behind `d)`; a dash by a dash. */
export function nextMark(mark: string): string {
  const letter = /^(\p{L})([).])$/u.exec(mark);
  if (letter?.[1] !== undefined) {
    const next = itemLetters[itemLetters.indexOf(letter[1].toLowerCase()) + 1];
    return next === undefined ? mark : `${next}${letter[2] ?? ''}`;
  }
  const figure = /^(\d+)([).])$/.exec(mark);
  return figure === null ? mark : `${String(Number(figure[1]) + 1)}${figure[2] ?? ''}`;
}
