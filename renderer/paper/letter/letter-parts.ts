import type { TextParagraph } from '../setting/paragraph.ts';

/** Two blocks side by side: the header, the signature part. Widths in points. */
export type LetterColumns = {
  readonly kind: 'columns';
  readonly place: 'header' | 'signature';
  readonly left: readonly TextParagraph[];
  readonly right: readonly TextParagraph[];
  readonly leftWidth: number;
  readonly rightWidth: number;
  readonly before: number;
};

/** A table of the body; the first row is its head. `widths` are shares that add up to 1. */
export type LetterTable = {
  readonly kind: 'table';
  readonly head: readonly TextParagraph[];
  readonly rows: readonly (readonly TextParagraph[])[];
  readonly widths: readonly number[];
  readonly before: number;
};

/** A part of a letter, from top to bottom. */
export type LetterPart =
  | LetterColumns
  | LetterTable
  | { readonly kind: 'paragraph'; readonly paragraph: TextParagraph };

/** A letter with all its words, before it is set on pages. PDF and DOCX are both made of this, so they say the same. */
export type LetterParts = {
  /** Stands in the top margin of the first page (phạm vi lưu hành); null when there is none. */
  readonly topMark: TextParagraph | null;
  readonly parts: readonly LetterPart[];
};
