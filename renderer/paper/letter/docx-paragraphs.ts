import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  TextRun,
  UnderlineType,
  type IBorderOptions,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import type { Measure } from '../fonts.ts';
import type { TextParagraph } from '../setting/paragraph.ts';
import { setParagraph } from '../setting/set-paragraph.ts';

/** The font the law names; the program itself prints with one of the same widths. */
export const FONT = 'Times New Roman';

/** Points as twentieths of a point. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

const single: IBorderOptions = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 };
const RED = 'D90000';
const alignments = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  justify: AlignmentType.JUSTIFIED,
} as const;

/** A paragraph for a word processor, `shift` points further to the right; its rule below is an empty paragraph with a border on top. */
export function docxParagraphs(paragraph: TextParagraph, width: number, measure: Measure, shift = 0): Paragraph[] {
  const { align, before, lineHeight, firstIndent, leftIndent, keepNext, frame } = paragraph;
  const side = paragraph.isRed ? { ...single, color: RED } : single;
  const inset = frame === null ? 0 : insetOf(paragraph, width, measure);
  const main = new Paragraph({
    alignment: alignments[align],
    keepNext,
    keepLines: frame !== null,
    widowControl: true,
    spacing: { before: twips(before), after: 0, line: twips(lineHeight), lineRule: LineRuleType.EXACT },
    indent: {
      firstLine: twips(firstIndent),
      left: twips(shift + leftIndent + inset),
      right: twips((align === 'centre' ? leftIndent : 0) + inset),
    },
    ...(frame === null ? {} : { border: { top: side, bottom: side, left: side, right: side } }),
    ...outlineOf(paragraph),
    children: paragraph.pieces.flatMap(({ text, face }) => toRuns(text, face, paragraph)),
  });
  const rule = ruleParagraph(paragraph, width, measure);
  return rule === undefined ? [main] : [main, rule];
}

/** The outline is what screen readers jump by; the look stays that of the layout. */
function outlineOf({ role }: TextParagraph): { outlineLevel?: number } {
  return role === 'P' ? {} : { outlineLevel: ['H1', 'H2', 'H3', 'H4'].indexOf(role) };
}

function toRuns(
  text: string,
  face: TextParagraph['pieces'][number]['face'],
  { size, isUnderlined, isRed }: TextParagraph,
): ParagraphChild[] {
  const look: IRunOptions = {
    font: FONT,
    size: size * 2,
    bold: face === 'bold' || face === 'bold-italic',
    italics: face === 'italic' || face === 'bold-italic',
    ...(isRed ? { color: RED } : {}),
    ...(isUnderlined ? { underline: { type: UnderlineType.SINGLE } } : {}),
  };
  const lines = text.normalize('NFC').split('\n');
  return lines.map((line, index) => new TextRun({ ...look, text: line, ...(index === 0 ? {} : { break: 1 }) }));
}

function longestLine(paragraph: TextParagraph, width: number, measure: Measure): number {
  return Math.max(
    0,
    ...setParagraph(paragraph, width, measure).map(({ text }) =>
      text.pieces.reduce((sum, piece) => sum + measure(piece.text.trimEnd(), piece.face, text.size), 0),
    ),
  );
}

/** Room on each side of a framed text, so that the frame is as wide as it should be. */
function insetOf(paragraph: TextParagraph, width: number, measure: Measure): number {
  const wanted = paragraph.frame?.width ?? 0;
  const across = wanted === 0 ? longestLine(paragraph, width, measure) + 16 : wanted;
  return Math.max(0, (width - across) / 2);
}

function ruleParagraph(paragraph: TextParagraph, width: number, measure: Measure): Paragraph | undefined {
  if (paragraph.rule === null) return undefined;
  const side = (width - longestLine(paragraph, width, measure) * paragraph.rule.share) / 2;
  return new Paragraph({
    keepNext: paragraph.keepNext,
    spacing: { before: 0, after: 0, line: twips(4), lineRule: LineRuleType.EXACT },
    indent: { left: twips(side), right: twips(side) },
    border: { top: { ...single, space: 0 } },
    children: [],
  });
}
