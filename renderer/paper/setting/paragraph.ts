import type { PaperElement } from '#shared/domain/paper/paper-layout.ts';
import type { PdfPiece } from '../pdf/page-content.ts';

/** Where the lines of a paragraph stand between its edges. */
export type Alignment = 'left' | 'centre' | 'justify';

/** A rule under a paragraph: as long as a share of its longest line, drawn so many points under the baseline. */
export type RuleBelow = { readonly share: number; readonly gap: number };

/** What a paragraph is to a reader: title and headings have levels, everything else is text. */
export type ParagraphRole = 'P' | 'H1' | 'H2' | 'H3' | 'H4';

/** A paragraph ready to be set: words, look, place. Points. */
export type TextParagraph = {
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
