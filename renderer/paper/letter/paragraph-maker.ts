import type { PaperFacts } from '#shared/domain/paper/paper-facts.ts';
import type { PaperElement, PaperLayout } from '#shared/domain/paper/paper-layout.ts';
import type { Run } from '#shared/domain/paper/paper-content.ts';
import { toUpperVietnamese } from '#shared/base/vietnamese.ts';
import type { PaperFace } from '../fonts.ts';
import type { PdfPiece } from '../pdf/page-content.ts';
import type { TextParagraph } from '../setting/paragraph.ts';

/** Millimetres as points. */
export function mm(value: number): number {
  return (value * 72) / 25.4;
}

/** What differs from a plain centred line. */
export type ParagraphChange = Partial<Omit<TextParagraph, 'element' | 'pieces' | 'size'>>;

/** Makes paragraphs in the look a layout gives their element. */
export type ParagraphMaker = {
  readonly line: (element: PaperElement, text: string, change?: ParagraphChange) => TextParagraph;
  readonly runs: (element: PaperElement, runs: readonly Run[], change?: ParagraphChange) => TextParagraph;
  /** Points of an element's letters. */
  readonly sizeOf: (element: PaperElement) => number;
};

/** Lines of the header and the signature part stand single-spaced: a little more than the letters are high. */
const SINGLE = 1.22;

/** Makes paragraphs of one paper. */
export function createParagraphMaker(layout: PaperLayout, { style }: Pick<PaperFacts, 'style'>): ParagraphMaker {
  const sizeOf = (element: PaperElement): number => {
    const { size } = layout.elements[element];
    return size === 'body' ? style.bodySize : size;
  };
  const make = (element: PaperElement, pieces: readonly PdfPiece[], change: ParagraphChange): TextParagraph => ({
    element,
    role: 'P',
    pieces,
    size: sizeOf(element),
    align: 'centre',
    lineHeight: round(sizeOf(element) * SINGLE),
    before: 0,
    firstIndent: 0,
    leftIndent: 0,
    isUnderlined: layout.elements[element].isUnderlined ?? false,
    isRed: false,
    keepNext: false,
    rule: null,
    frame: null,
    ...change,
  });
  const faceOf = (element: PaperElement): PaperFace =>
    element === 'basis' && style.basesItalic ? 'italic' : layout.elements[element].face;
  const cased = (element: PaperElement, text: string): string =>
    layout.elements[element].isUpper ? toUpperVietnamese(text) : text;
  return {
    sizeOf,
    line: (element, text, change = {}) =>
      make(element, [{ text: cased(element, text), face: faceOf(element) }], change),
    runs: (element, runs, change = {}) =>
      make(
        element,
        runs.map(({ text, style: own }) => ({
          text: cased(element, text),
          face: own === 'plain' ? faceOf(element) : own,
        })),
        change,
      ),
  };
}

function round(points: number): number {
  return Math.round(points * 10) / 10;
}
