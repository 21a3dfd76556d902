import type { Measure, PaperFonts } from '../fonts.ts';
import { parseFont, widthOf } from '../pdf/parsed-font.ts';
import { layOutSheet } from './lay-out-sheet.ts';
import { prepareSheet } from './prepare-sheet.ts';
import type { Sheet } from './sheet-parts.ts';

/** Where the named pages of a sheet stand, from 1, and how many pages it has: for a list of contents, which is set in a second pass. Sheets with pictures take them as empty frames. */
export function findNamedPages(
  sheet: Sheet,
  fonts: PaperFonts,
): { readonly pages: ReadonlyMap<string, number>; readonly count: number } {
  const measure: Measure = (text, face, size) => widthOf(text.normalize('NFC'), parseFont(fonts[face])) * size;
  const set = layOutSheet(prepareSheet(sheet), sheet.page, measure, new Map());
  const pages = new Map<string, number>();
  for (const [index, { names }] of set.entries())
    for (const name of names) if (!pages.has(name)) pages.set(name, index + 1);
  return { pages, count: set.length };
}
