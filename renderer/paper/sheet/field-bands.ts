import type { Measure } from '../fonts.ts';
import type { PdfRule } from '../pdf/page-content.ts';
import type { Band } from '../setting/bands.ts';
import type { TextParagraph } from '../setting/paragraph.ts';
import { setParagraph } from '../setting/set-paragraph.ts';
import { bandOf, beside, type Column } from '../setting/text-bands.ts';
import type { SheetBlank, SheetField, SheetFields } from './sheet-parts.ts';
import { lineHeightOf, toParagraph } from './sheet-text.ts';

const DOTS = { width: 0.9, dots: 3 } as const;
/** Room between what is filled in and the dots behind it, and between fields of a line. */
const GAP = 3;
const BETWEEN = 8;

/** The paragraph of a field: its label, then what is filled in. */
export function fieldParagraph({ label, value, valueFace = 'regular' }: SheetField, size: number): TextParagraph {
  return toParagraph(
    [
      { text: value === '' ? label : `${label} `, face: 'regular' },
      { text: value, face: valueFace },
    ],
    {},
    size,
  );
}

/** Fields of a line side by side, dots behind each; `paragraphs` are theirs, in order. */
export function fieldBands(
  { fields, lines = 1, before = 0 }: SheetFields,
  paragraphs: readonly TextParagraph[],
  column: Column,
  measure: Measure,
): readonly Band[] {
  const shares = sharesOf(fields);
  let left = column.left;
  const blocks = fields.map((_, index) => {
    const room = (shares[index] ?? 0) * column.width;
    const width = room - (index < fields.length - 1 ? BETWEEN : 0);
    const block = fieldBlock(paragraphs[index], fields.length === 1 ? lines : 1, { ...column, left, width }, measure);
    left += room;
    return block;
  });
  const [first, ...rest] = blocks;
  if (first === undefined) return [];
  // One field alone may run over a page; several stand on one height.
  if (rest.length === 0) return first.map((band, index) => (index === 0 ? { ...band, before } : band));
  const whole = blocks.map((bands) => joined(bands));
  return [{ ...whole.reduce(beside), before }];
}

/** Lines of dots to write on. */
export function blankBands({ lines, before = 0 }: SheetBlank, size: number, { left, width }: Column): readonly Band[] {
  const height = lineHeightOf(size) * 1.15;
  return Array.from({ length: lines }, (_, index): Band => ({
    height,
    before: index === 0 ? before : 0,
    lines: [],
    rules: [{ x1: left, y1: height - 3, x2: left + width, y2: height - 3, ...DOTS }],
    keepNext: false,
  }));
}

function fieldBlock(
  paragraph: TextParagraph | undefined,
  least: number,
  { left, width }: Column,
  measure: Measure,
): readonly Band[] {
  if (paragraph === undefined) return [];
  const set = setParagraph(paragraph, width, measure);
  const bands = set.map((line, index): Band => {
    const band = bandOf([line], left, 0);
    if (index < set.length - 1) return band;
    const end = line.text.pieces.reduce(
      (sum, { text, face }) => sum + measure(text, face, line.text.size),
      line.text.x,
    );
    return { ...band, rules: [...band.rules, ...dotsFrom(left + end + GAP, left + width, line.text.y)] };
  });
  const blank = Array.from({ length: Math.max(0, least - bands.length) }, (): Band => ({
    height: paragraph.lineHeight,
    before: 0,
    lines: [],
    rules: dotsFrom(left, left + width, paragraph.lineHeight * 0.78),
    keepNext: false,
  }));
  return [...bands, ...blank];
}

function dotsFrom(x1: number, x2: number, y: number): readonly PdfRule[] {
  return x2 - x1 < 6 ? [] : [{ x1, y1: y + 1, x2, y2: y + 1, ...DOTS }];
}

/** Strips under each other as one. */
export function joined(bands: readonly Band[]): Band {
  let height = 0;
  const lines: Band['lines'][number][] = [];
  const rules: PdfRule[] = [];
  const pictures: NonNullable<Band['pictures']>[number][] = [];
  for (const [index, band] of bands.entries()) {
    if (index > 0) height += band.before;
    for (const line of band.lines) lines.push({ ...line, y: line.y + height });
    for (const rule of band.rules) rules.push({ ...rule, y1: rule.y1 + height, y2: rule.y2 + height });
    for (const picture of band.pictures ?? []) pictures.push({ ...picture, y: picture.y + height });
    height += band.height;
  }
  return { height, before: bands[0]?.before ?? 0, lines, rules, pictures, keepNext: false };
}

function sharesOf(fields: readonly SheetField[]): readonly number[] {
  const said = fields.reduce((sum, { share }) => sum + (share ?? 0), 0);
  const silent = fields.filter(({ share }) => share === undefined).length;
  return fields.map(({ share }) => share ?? (1 - said) / silent);
}
