import type { Measure } from '../fonts.ts';
import { breakLines, type BrokenLine } from '../pdf/break-lines.ts';
import type { PdfLine, PdfRule } from '../pdf/page-content.ts';
import type { TextParagraph } from './paragraph.ts';

/** A line of a paragraph set in its place: text and rules relative to the left edge of its column and the top of the line. */
export type SetLine = {
  readonly paragraph: TextParagraph;
  readonly height: number;
  /** Empty room above it; it falls away at the top of a page. */
  readonly before: number;
  readonly text: PdfLine;
  readonly rules: readonly PdfRule[];
};

/** Liberation Serif rises and falls this much of its size (its hhea table, as Times New Roman). */
const ASCENT = 0.891;
const DESCENT = 0.216;
const RULE_WIDTH = 0.75;
/** Room between a text and the frame that fits it. */
const FRAME_ROOM = 8;

/** Breaks a paragraph into lines for a column of some width. An empty paragraph keeps the height of its line. */
export function setParagraph(paragraph: TextParagraph, width: number, measure: Measure): readonly SetLine[] {
  const { size, align, leftIndent, firstIndent, lineHeight } = paragraph;
  const room = width - leftIndent * (align === 'centre' ? 2 : 1);
  const lines =
    align === 'centre'
      ? breakEvenly(paragraph, room, measure)
      : breakLines(paragraph.pieces, size, room, measure, firstIndent);
  const longest = Math.max(...lines.map((line) => line.width));
  return lines.map((line, index): SetLine => {
    const indent = leftIndent + (index === 0 ? firstIndent : 0);
    const free = room - (index === 0 ? firstIndent : 0) - line.width;
    const x = align === 'centre' ? leftIndent + (room - line.width) / 2 : indent;
    const y = (lineHeight - (ASCENT + DESCENT) * size) / 2 + ASCENT * size;
    const stretch = align === 'justify' && !line.isLast && line.gaps > 0 ? free / line.gaps : 0;
    return {
      paragraph,
      height: lineHeight,
      before: index === 0 ? paragraph.before : 0,
      text: { pieces: line.pieces, x, y, size, stretch, isRed: paragraph.isRed },
      rules: [
        ...(paragraph.isUnderlined ? [underline(x, y, line.width)] : []),
        ...(index === lines.length - 1 ? ruleBelow(paragraph, longest, width, y) : []),
        ...frameAround(paragraph, width, line.width),
      ],
    };
  });
}

/** Centred lines of about the same length: the narrowest column that takes no more lines. */
function breakEvenly({ pieces, size }: TextParagraph, room: number, measure: Measure): readonly BrokenLine[] {
  const widest = breakLines(pieces, size, room, measure);
  if (widest.length === 1) return widest;
  let best = widest;
  let [low, high] = [room / 2, room];
  while (high - low > 2) {
    const middle = (low + high) / 2;
    const tried = breakLines(pieces, size, middle, measure);
    if (tried.length > widest.length) low = middle;
    else {
      best = tried;
      high = middle;
    }
  }
  return best;
}

function underline(x: number, y: number, length: number): PdfRule {
  return { x1: x, y1: y + 1.8, x2: x + length, y2: y + 1.8, width: 0.6 };
}

function ruleBelow({ rule }: TextParagraph, longest: number, width: number, y: number): readonly PdfRule[] {
  if (rule === null || longest === 0) return [];
  const half = (longest * rule.share) / 2;
  return [{ x1: width / 2 - half, y1: y + rule.gap, x2: width / 2 + half, y2: y + rule.gap, width: RULE_WIDTH }];
}

function frameAround(
  { frame, lineHeight, isRed }: TextParagraph,
  width: number,
  textWidth: number,
): readonly PdfRule[] {
  if (frame === null) return [];
  const across = frame.width === 0 ? textWidth + FRAME_ROOM * 2 : frame.width;
  const [left, right] = [(width - across) / 2, (width + across) / 2];
  const [top, bottom] = [(lineHeight - frame.height) / 2, (lineHeight + frame.height) / 2];
  const side = (x1: number, y1: number, x2: number, y2: number): PdfRule => ({
    x1,
    y1,
    x2,
    y2,
    width: RULE_WIDTH,
    isRed,
  });
  return [
    side(left, top, right, top),
    side(left, bottom, right, bottom),
    side(left, top, left, bottom),
    side(right, top, right, bottom),
  ];
}
