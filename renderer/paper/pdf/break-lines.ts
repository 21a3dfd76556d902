import type { Measure } from '../fonts.ts';
import type { PdfPiece } from './page-content.ts';

/** A line of a broken paragraph. All but a last line keep the space they were broken at, so that text taken out of the file keeps its words apart. */
export type BrokenLine = {
  readonly pieces: readonly PdfPiece[];
  /** Points from the first to the last letter, without the space at the end. */
  readonly width: number;
  /** Spaces between words, over which a justified line is stretched. */
  readonly gaps: number;
  /** Ends the paragraph, or stands before a forced break: it is not stretched. */
  readonly isLast: boolean;
};

type Word = { readonly pieces: PdfPiece[]; width: number; space: PdfPiece | undefined; isForced: boolean };

/**
 * Breaks a text of several faces into lines no wider than `width` points (the first `firstIndent` narrower), at spaces and at `\n`.
 * Symbols such as 12-NQ/ĐU are not torn apart. A word wider than a line is cut between letters; nothing is lost.
 */
export function breakLines(
  pieces: readonly PdfPiece[],
  size: number,
  width: number,
  measure: Measure,
  firstIndent = 0,
): readonly BrokenLine[] {
  const lines: BrokenLine[] = [];
  let line: Word[] = [];
  let used = 0;
  const flush = (isLast: boolean): void => {
    if (line.length === 0 && lines.length > 0 && !isLast) return;
    lines.push(toLine(line, used, isLast));
    line = [];
    used = 0;
  };
  for (const word of splitWords(pieces, size, measure)) {
    for (const part of fitWord(word, width - firstIndent, size, measure)) {
      const room = width - (lines.length === 0 ? firstIndent : 0);
      const gap = line.length === 0 ? 0 : spaceWidth(line.at(-1), size, measure);
      if (line.length > 0 && used + gap + part.width > room + 0.01) flush(false);
      used += (line.length === 0 ? 0 : spaceWidth(line.at(-1), size, measure)) + part.width;
      line.push(part);
      if (part.isForced) flush(true);
    }
  }
  if (line.length > 0 || lines.length === 0) flush(true);
  const last = lines.at(-1);
  if (last !== undefined && !last.isLast) lines[lines.length - 1] = { ...last, isLast: true };
  return lines;
}

function spaceWidth(word: Word | undefined, size: number, measure: Measure): number {
  return word?.space === undefined ? 0 : measure(word.space.text, word.space.face, size);
}

function toLine(words: readonly Word[], width: number, isLast: boolean): BrokenLine {
  const pieces: { text: string; face: PdfPiece['face'] }[] = [];
  const add = ({ text, face }: PdfPiece): void => {
    const before = pieces.at(-1);
    if (before?.face === face) before.text += text;
    else pieces.push({ text, face });
  };
  for (const [index, word] of words.entries()) {
    word.pieces.forEach(add);
    if (word.space !== undefined && (index < words.length - 1 || !isLast || word.isForced)) add(word.space);
  }
  const gaps = words.slice(0, -1).filter(({ space }) => space !== undefined).length;
  return { pieces, width, gaps, isLast };
}

/** A word may run over several pieces: bold letters, then plain ones. A forced break becomes a space at the end of its line. */
function splitWords(pieces: readonly PdfPiece[], size: number, measure: Measure): readonly Word[] {
  const words: Word[] = [];
  let last: Word | undefined;
  const begin = (): Word => {
    const word: Word = { pieces: [], width: 0, space: undefined, isForced: false };
    words.push(word);
    return word;
  };
  for (const { text, face } of pieces) {
    for (const token of text.normalize('NFC').match(/\n|[ \t]+|[^ \t\n]+/gu) ?? []) {
      if (token === '\n') {
        last ??= begin();
        last.isForced = true;
        last.space = { text: ' ', face };
        last = undefined;
      } else if (/^[ \t]/u.test(token)) {
        if (last !== undefined) last.space = { text: ' ', face };
      } else {
        if (last === undefined || last.space !== undefined) last = begin();
        last.pieces.push({ text: token, face });
        last.width += measure(token, face, size);
      }
    }
  }
  return words;
}

function fitWord(word: Word, room: number, size: number, measure: Measure): readonly Word[] {
  if (word.width <= room) return [word];
  const parts: Word[] = [];
  let part: Word = { pieces: [], width: 0, space: undefined, isForced: false };
  for (const { text, face } of word.pieces) {
    for (const letter of text) {
      const width = measure(letter, face, size);
      if (part.width > 0 && part.width + width > room) {
        parts.push(part);
        part = { pieces: [], width: 0, space: undefined, isForced: false };
      }
      part.pieces.push({ text: letter, face });
      part.width += width;
    }
  }
  return [...parts, { ...part, space: word.space, isForced: word.isForced }];
}
