import type { PdfPicture, PdfRule } from '../pdf/page-content.ts';
import type { SetLine } from './set-paragraph.ts';

/** A line on a page, points from its left and top edge. */
export type PlacedLine = {
  readonly line: SetLine;
  readonly x: number;
  readonly y: number;
  /** Said already on an earlier page: the head of a table that goes on. */
  readonly isRepeated: boolean;
};

/** Everything on one page. */
export type SetPage = {
  readonly lines: readonly PlacedLine[];
  readonly rules: readonly PdfRule[];
  readonly pictures: readonly PlacedPicture[];
  /** Names under which this page stands in the outline. */
  readonly names: readonly string[];
};

/** A picture, and what it shows. */
export type PlacedPicture = PdfPicture & { readonly alt: string };

/** A strip of the paper that is never cut: a line of text, a row of a table, a pair of blocks. Positions are relative to its top. */
export type Band = {
  readonly height: number;
  readonly before: number;
  readonly lines: readonly Omit<PlacedLine, 'isRepeated'>[];
  readonly rules: readonly PdfRule[];
  readonly pictures?: readonly PlacedPicture[];
  /** Begins a page, perhaps one that the outline names. */
  readonly turns?: { readonly name?: string };
  /** Stays on the page of the next band. */
  readonly keepNext: boolean;
  /** Said again at the top when a page begins with this band: the head of its table. */
  readonly head?: Band;
};

/** Room for text on a page: its top, and the height down to the bottom margin. */
export type PageRoom = { readonly top: number; readonly height: number };

/**
 * Puts bands on pages from the top. Bands that belong together go to the next page together, unless they would not fit on any page.
 * Room before a band falls away at the top of a page. There is always at least one page.
 */
export function fillPages(bands: readonly Band[], room: PageRoom): readonly SetPage[] {
  const pages: OpenPage[] = [emptyPage()];
  let used = 0;
  const place = (band: Band, isRepeated = false): void => {
    const page = pages.at(-1);
    const top = room.top + used + (used === 0 ? 0 : band.before);
    for (const { line, x, y } of band.lines) page?.lines.push({ line, x, y: y + top, isRepeated });
    for (const picture of band.pictures ?? []) page?.pictures.push({ ...picture, y: picture.y + top });
    for (const rule of band.rules) page?.rules.push({ ...rule, y1: rule.y1 + top, y2: rule.y2 + top });
    used = top + band.height - room.top;
  };
  for (const chunk of keepTogether(bands)) {
    const turns = chunk[0]?.turns;
    if (turns !== undefined && used > 0) turn();
    if (turns?.name !== undefined) pages.at(-1)?.names.push(turns.name);
    const whole = heightOf(chunk, used === 0);
    if (used > 0 && used + whole > room.height + 0.01 && heightOf(chunk, true) <= room.height) turn();
    for (const band of chunk) {
      if (used > 0 && used + band.before + band.height > room.height + 0.01) turn();
      if (used === 0 && band.head !== undefined && pages.length > 1) place(band.head, true);
      place(band);
    }
  }
  return pages;

  function turn(): void {
    pages.push(emptyPage());
    used = 0;
  }
}

type OpenPage = { lines: PlacedLine[]; rules: PdfRule[]; pictures: PlacedPicture[]; names: string[] };

function emptyPage(): OpenPage {
  return { lines: [], rules: [], pictures: [], names: [] };
}

function keepTogether(bands: readonly Band[]): readonly (readonly Band[])[] {
  const chunks: Band[][] = [];
  let isOpen = false;
  for (const band of bands) {
    if (isOpen && band.turns === undefined) chunks.at(-1)?.push(band);
    else chunks.push([band]);
    isOpen = band.keepNext;
  }
  return chunks;
}

function heightOf(chunk: readonly Band[], isAtTop: boolean): number {
  return chunk.reduce((sum, { before, height }, index) => sum + (isAtTop && index === 0 ? 0 : before) + height, 0);
}
