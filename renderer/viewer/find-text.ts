/** A place in a text: first letter and the one behind the last. */
export type TextHit = { readonly start: number; readonly end: number };

const MOST_HITS = 5000;
/** d with a stroke, which Unicode does not take apart. */
const STROKED_D = 0x0111;
const mark = /\p{M}/u;

/**
 * Where a text holds the wanted words. Letter case and spaces do not matter; tone and hat marks only where the words bear them: `dang uy` finds
 * `Đảng uỷ`, `Đảng uỷ` finds no `Dang uy`. Positions are those of the text as given.
 */
export function findText(text: string, wanted: string): readonly TextHit[] {
  const plain = fold(wanted.trim(), false).letters;
  if (plain.length === 0) return [];
  const keepsMarks = fold(wanted.trim(), true).letters.join('') !== plain.join('');
  const needle = (keepsMarks ? fold(wanted.trim(), true).letters : plain).join('');
  const { letters, places } = fold(text, keepsMarks);
  const hay = letters.join('');
  const hits: TextHit[] = [];
  for (let at = hay.indexOf(needle); at >= 0 && hits.length < MOST_HITS; at = hay.indexOf(needle, at + needle.length)) {
    const start = places[at] ?? 0;
    hits.push({ start, end: (places[at + needle.length - 1] ?? start) + 1 });
  }
  return hits;
}

type Folded = { readonly letters: readonly string[]; readonly places: readonly number[] };

/** Letters one by one with the place each comes from; runs of spaces are one, marks belong to the letter before. */
function fold(text: string, keepsMarks: boolean): Folded {
  const letters: string[] = [];
  const places: number[] = [];
  for (let place = 0; place < text.length; place += 1) {
    const letter = text[place] ?? '';
    if (/\s/u.test(letter)) {
      if (letters.at(-1) === ' ') continue;
      letters.push(' ');
      places.push(place);
      continue;
    }
    for (const part of letter.toLowerCase().normalize('NFD')) {
      if (!keepsMarks && mark.test(part)) continue;
      letters.push(!keepsMarks && part.charCodeAt(0) === STROKED_D ? 'd' : part);
      places.push(place);
    }
  }
  return { letters, places };
}
