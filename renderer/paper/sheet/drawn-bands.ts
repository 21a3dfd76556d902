import type { Measure } from '../fonts.ts';
import type { PdfRule } from '../pdf/page-content.ts';
import type { Band } from '../setting/bands.ts';
import type { TextParagraph } from '../setting/paragraph.ts';
import { setParagraph } from '../setting/set-paragraph.ts';
import { bandOf, type Column } from '../setting/text-bands.ts';
import type { SheetBoxes, SheetMatrix, SheetPicture, SheetRule } from './sheet-parts.ts';

const BOX = { width: 0.7, gap: 8 } as const;

/** A label and its boxes behind it; the label and each box have a paragraph of their own. */
export function boxBand(
  { groups, before = 0 }: SheetBoxes,
  [label, ...figures]: readonly TextParagraph[],
  column: Column,
  measure: Measure,
): Band {
  if (label === undefined) return { height: 0, before, lines: [], rules: [], keepNext: false };
  const side = label.lineHeight * 1.2;
  const [set] = setParagraph(label, column.width, measure);
  const lines: Band['lines'][number][] =
    set === undefined ? [] : [{ line: set, x: column.left + set.text.x, y: set.text.y + side * 0.1 }];
  const rules: PdfRule[] = [];
  let x = column.left + measure(label.pieces.map(({ text }) => text).join(''), 'regular', label.size) + BOX.gap;
  let at = 0;
  for (const count of groups) {
    for (let i = 0; i < count; i += 1, at += 1, x += side) {
      rules.push(...frame(x, 0, side, side));
      const figure = figures[at];
      if (figure === undefined) continue;
      for (const line of setParagraph(figure, side, measure))
        lines.push({ line, x: x + line.text.x, y: line.text.y + side * 0.1 });
    }
    x += BOX.gap;
  }
  return { height: side + 2, before, lines, rules, keepNext: false };
}

/** A picture, or its empty frame with what belongs there. */
export function pictureBand(
  { width, height, align = 'left', alt }: SheetPicture,
  name: string | undefined,
  caption: TextParagraph | undefined,
  column: Column,
  measure: Measure,
): Band {
  const x = align === 'centre' ? column.left + (column.width - width) / 2 : column.left;
  const base = { height, before: 0, keepNext: false };
  if (name !== undefined) return { ...base, lines: [], rules: [], pictures: [{ name, x, y: 0, width, height, alt }] };
  const words = bandOf(caption === undefined ? [] : setParagraph(caption, width - 6, measure), x + 3, 0);
  const shift = Math.max(2, (height - words.height) / 2);
  return {
    ...base,
    lines: words.lines.map((line) => ({ ...line, y: line.y + shift })),
    rules: frame(x, 0, width, height),
  };
}

/** Squares of a code, each run of black ones in a row as one thick rule. */
export function matrixBand({ squares, side, align = 'left' }: SheetMatrix, column: Column): Band {
  const x = align === 'centre' ? column.left + (column.width - side) / 2 : column.left;
  const step = side / Math.max(1, squares.length);
  const rules = squares.flatMap((row, y) => {
    const runs: PdfRule[] = [];
    for (let from = 0; from < row.length; from += 1) {
      if (row[from] !== true) continue;
      let to = from;
      while (row[to] === true) to += 1;
      const middle = (y + 0.5) * step;
      runs.push({ x1: x + from * step, y1: middle, x2: x + to * step, y2: middle, width: step });
      from = to;
    }
    return runs;
  });
  return { height: side, before: 0, lines: [], rules, keepNext: false };
}

/** A rule across its column, in its middle when it is shorter. */
export function ruleBand({ share = 1, isDotted = false, before = 0 }: SheetRule, { left, width }: Column): Band {
  const x1 = left + (width * (1 - share)) / 2;
  const rule = { x1, y1: 1, x2: x1 + width * share, y2: 1, width: isDotted ? 0.9 : 0.75 };
  return { height: 2, before, lines: [], rules: [isDotted ? { ...rule, dots: 3 } : rule], keepNext: false };
}

function frame(x: number, y: number, width: number, height: number): readonly PdfRule[] {
  const side = (x1: number, y1: number, x2: number, y2: number): PdfRule => ({ x1, y1, x2, y2, width: BOX.width });
  return [
    side(x, y, x + width, y),
    side(x, y + height, x + width, y + height),
    side(x, y, x, y + height),
    side(x + width, y, x + width, y + height),
  ];
}
