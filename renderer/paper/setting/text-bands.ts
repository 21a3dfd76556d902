import type { Measure } from '../fonts.ts';
import type { PdfRule } from '../pdf/page-content.ts';
import type { Band } from './bands.ts';
import type { TextParagraph } from './paragraph.ts';
import { setParagraph, type SetLine } from './set-paragraph.ts';

/** Where strips are set: left edge and width, and the height of a page's text, points. */
export type Column = { readonly left: number; readonly width: number; readonly height: number };

/** Two lines at least stand together at the foot and at the head of a page (no widows, no orphans). */
export function paragraphBands(paragraph: TextParagraph, { left, width }: Column, measure: Measure): readonly Band[] {
  const lines = setParagraph(paragraph, width, measure);
  return lines.map((line, index) => {
    const isLast = index === lines.length - 1;
    const keepNext = isLast ? paragraph.keepNext : index === 0 || index === lines.length - 2;
    return { ...bandOf([line], left, line.before), keepNext };
  });
}

/** Two strips at one height as one. */
export function beside(one: Band, other: Band): Band {
  return {
    height: Math.max(one.height, other.height),
    before: one.before,
    lines: [...one.lines, ...other.lines],
    rules: [...one.rules, ...other.rules],
    pictures: [...(one.pictures ?? []), ...(other.pictures ?? [])],
    keepNext: false,
  };
}

/** Lines under each other as one strip; in one that stands beside another, room before the first line counts too. */
export function bandOf(lines: readonly SetLine[], x: number, before: number, isWhole = false): Band {
  const placed: Band['lines'][number][] = [];
  const rules: PdfRule[] = [];
  let height = 0;
  for (const [index, line] of lines.entries()) {
    if (index > 0 || isWhole) height += line.before;
    placed.push({ line, x: x + line.text.x, y: height + line.text.y });
    for (const rule of line.rules)
      rules.push({ ...rule, x1: rule.x1 + x, x2: rule.x2 + x, y1: rule.y1 + height, y2: rule.y2 + height });
    height += line.height;
  }
  return {
    height,
    before,
    lines: placed,
    rules,
    keepNext: false,
  };
}
