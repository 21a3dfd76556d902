import type { TextParagraph } from '../setting/paragraph.ts';
import { fieldParagraph } from './field-bands.ts';
import type { Sheet, SheetPart } from './sheet-parts.ts';
import { toParagraph } from './sheet-text.ts';

/** A part with its words as paragraphs, in reading order: what is set, and what the structure of the file names. */
export type PreparedPart =
  | { readonly part: Exclude<SheetPart, { kind: 'columns' | 'table' }>; readonly paragraphs: readonly TextParagraph[] }
  | { readonly part: Extract<SheetPart, { kind: 'columns' }>; readonly columns: readonly (readonly PreparedPart[])[] }
  | {
      readonly part: Extract<SheetPart, { kind: 'table' }>;
      readonly head: readonly TextParagraph[];
      readonly rows: readonly (readonly TextParagraph[])[];
    };

/** Makes the paragraphs of a sheet; each is the same value wherever it is used. */
export function prepareSheet({ parts, page }: Sheet): readonly PreparedPart[] {
  return parts.map((part) => prepare(part, page.size));
}

function prepare(part: SheetPart, size: number): PreparedPart {
  switch (part.kind) {
    case 'text':
      return { part, paragraphs: [toParagraph(part.text, part.look ?? {}, size)] };
    case 'fields':
      return { part, paragraphs: part.fields.map((field) => fieldParagraph(field, size)) };
    case 'boxes':
      return { part, paragraphs: [toParagraph(part.label, {}, size), ...figuresOf(part.value, part.groups, size)] };
    case 'picture':
      return {
        part,
        paragraphs: part.picture === null ? [toParagraph(part.alt, { align: 'centre', size: 0.8 }, size)] : [],
      };
    case 'columns':
      return { part, columns: part.columns.map(({ parts }) => parts.map((each) => prepare(each, size))) };
    case 'table': {
      const own = size * (part.size ?? 0.92);
      const body = part.rows.map((row) => cellsOf(row, part, own, 'regular'));
      const total = part.total === undefined ? [] : [cellsOf(part.total, part, own, 'bold')];
      const head = part.columns.map((column) => toParagraph(column.head, { face: 'bold', align: 'centre' }, own));
      return { part, head, rows: [...body, ...total] };
    }
    case 'matrix':
    case 'blank':
    case 'space':
    case 'turn':
    case 'rule':
      return { part, paragraphs: [] };
  }
}

function cellsOf(
  row: readonly (string | TextParagraph['pieces'])[],
  { columns }: Extract<SheetPart, { kind: 'table' }>,
  size: number,
  face: 'regular' | 'bold',
): readonly TextParagraph[] {
  return columns.map(({ align = 'left' }, index) => toParagraph(row[index] ?? '', { align, face }, size));
}

/** Letters of a number, one for each box; what does not fit stays out of the boxes and is never cut: it stands in the last one. */
function figuresOf(value: string, groups: readonly number[], size: number): readonly TextParagraph[] {
  const count = groups.reduce((sum, each) => sum + each, 0);
  const letters = [...value.replaceAll(/\s/gu, '')];
  const shown = letters.length <= count ? letters : [...letters.slice(0, count - 1), letters.slice(count - 1).join('')];
  return shown.map((letter) => toParagraph(letter, { align: 'centre' }, size));
}
