import type { TablePage } from './table-book.ts';

/** Points of a millimetre. */
export const MM = 72 / 25.4;

/** Edges of a sheet's printed part, in points. */
export type SheetSize = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const sides: Readonly<Record<TablePage, readonly [number, number]>> = {
  'A4-landscape': [297, 210],
  'A4-portrait': [210, 297],
  'A3-landscape': [420, 297],
};

/** The sheet of a page. On the A3 spread both margins are equal, so that half the columns' width ends at the fold. */
export function sheetSize(page: TablePage): SheetSize {
  const [width, height] = sides[page];
  const isSpread = page === 'A3-landscape';
  const points = { width, height, left: 15, right: isSpread ? 15 : 10, top: 14, bottom: 15 };
  return {
    width: points.width * MM,
    height: points.height * MM,
    left: points.left * MM,
    right: points.right * MM,
    top: points.top * MM,
    bottom: points.bottom * MM,
  };
}
