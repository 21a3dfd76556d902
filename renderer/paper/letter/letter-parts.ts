import type { PaperElement } from '#shared/domain/paper/paper-layout.ts';
import type { PdfPiece } from '../pdf/page-content.ts';

/** Where the lines of a paragraph stand between its edges. */
export type Alignment = 'left' | 'centre' | 'justify';

/** A rule under a paragraph: as long as a share of its longest line, drawn so many points under the baseline. */
export type RuleBelow = { readonly share: number; readonly gap: number };

/** What a paragraph is to a reader: title and headings have levels, everything else is text. */
export type ParagraphRole = 'P' | 'H1' | 'H2' | 'H3' | 'H4';

/** A paragraph ready to be set: words, look, place. Points. */
export type LetterParagraph = {
  readonly element: PaperElement;
  readonly role: ParagraphRole;
  readonly pieces: readonly PdfPiece[];
  readonly size: number;
  readonly align: Alignment;
  /** From line to line; exact. */
  readonly lineHeight: number;
  readonly before: number;
  /** First line further in, and all lines further in; centred lines keep `leftIndent` from both edges. */
  readonly firstIndent: number;
  readonly leftIndent: number;
  readonly isUnderlined: boolean;
  /** Red, like the stamp of urgency (NĐ 30/2020, Phụ lục I, Phần I, Mục III, khoản 2). */
  readonly isRed: boolean;
  /** Stays on the page of what follows it. */
  readonly keepNext: boolean;
  readonly rule: RuleBelow | null;
  /** A frame around it, points; of width 0 as wide as its text needs. Null for none. */
  readonly frame: { readonly width: number; readonly height: number } | null;
};

/** Two blocks side by side: the header, the signature part. Widths in points. */
export type LetterColumns = {
  readonly kind: 'columns';
  readonly place: 'header' | 'signature';
  readonly left: readonly LetterParagraph[];
  readonly right: readonly LetterParagraph[];
  readonly leftWidth: number;
  readonly rightWidth: number;
  readonly before: number;
};

/** A table of the body; the first row is its head. `widths` are shares that add up to 1. */
export type LetterTable = {
  readonly kind: 'table';
  readonly head: readonly LetterParagraph[];
  readonly rows: readonly (readonly LetterParagraph[])[];
  readonly widths: readonly number[];
  readonly before: number;
};

/** A part of a letter, from top to bottom. */
export type LetterPart =
  LetterColumns | LetterTable | { readonly kind: 'paragraph'; readonly paragraph: LetterParagraph };

/** A letter with all its words, before it is set on pages. PDF and DOCX are both made of this, so they say the same. */
export type LetterParts = {
  /** Stands in the top margin of the first page (phạm vi lưu hành); null when there is none. */
  readonly topMark: LetterParagraph | null;
  readonly parts: readonly LetterPart[];
};
