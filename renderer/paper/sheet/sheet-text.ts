import type { PdfPiece } from '../pdf/page-content.ts';
import type { TextParagraph } from '../setting/paragraph.ts';
import type { SheetLook, SheetWords } from './sheet-parts.ts';

/** From line to line, of the height of the letters. */
const LINE = 1.28;

/** Words as pieces, in a face of their own or in the one given. */
export function piecesOf(words: SheetWords, face: PdfPiece['face'] = 'regular'): readonly PdfPiece[] {
  return typeof words === 'string' ? [{ text: words, face }] : words;
}

/** Height of a line of plain text, points. */
export function lineHeightOf(size: number): number {
  return Math.round(size * LINE * 10) / 10;
}

/** A text as a paragraph; `size` is the sheet's own, points. */
export function toParagraph(words: SheetWords, look: SheetLook, size: number): TextParagraph {
  const own = size * (look.size ?? 1);
  return {
    element: 'body',
    role: look.role ?? 'P',
    pieces: piecesOf(words, look.face),
    size: own,
    align: look.align ?? 'left',
    lineHeight: lineHeightOf(own),
    before: look.before ?? 0,
    firstIndent: look.firstIndent ?? 0,
    leftIndent: look.leftIndent ?? 0,
    isUnderlined: look.isUnderlined ?? false,
    isRed: false,
    keepNext: look.keepNext ?? false,
    rule: null,
    frame: null,
  };
}
