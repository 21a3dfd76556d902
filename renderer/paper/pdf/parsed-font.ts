import { create } from 'fontkit';

type ParsedFont = Extract<Awaited<ReturnType<typeof create>>, { unitsPerEm: number }>;

const parsed = new WeakMap<Uint8Array, ParsedFont>();
const widths = new WeakMap<ParsedFont, Map<string, number>>();

/** The font in some bytes, read once however many papers are set in it. Throws when the bytes are no font. */
export function parseFont(bytes: Uint8Array): ParsedFont {
  const before = parsed.get(bytes);
  if (before !== undefined) return before;
  const font = create(bytes);
  if (font === null || 'then' in font || !('unitsPerEm' in font)) throw new Error('no font in these bytes');
  // A glyph remembers the letter it was first asked for. One that is first met as a part of another (o in ơ, when a file is written) would have
  // none for good, and could not be copied out of the next paper: each is asked for by its letter now.
  for (const letter of font.characterSet) font.glyphForCodePoint(letter);
  parsed.set(bytes, font);
  return font;
}

/** Width of a text at size 1. Letter by letter: no kerning, no ligatures, like Times New Roman in a word processor. */
export function widthOf(text: string, font: ParsedFont): number {
  let known = widths.get(font);
  if (known === undefined) widths.set(font, (known = new Map<string, number>()));
  let sum = 0;
  for (const letter of text) {
    let width = known.get(letter);
    if (width === undefined) {
      width = font.layout(letter, PLAIN).glyphs.reduce((all, glyph) => all + glyph.advanceWidth, 0) / font.unitsPerEm;
      known.set(letter, width);
    }
    sum += width;
  }
  return sum;
}

/** OpenType features that are switched off. */
export const PLAIN = { liga: false, kern: false };
