import type { DocumentRegime } from '#shared/domain/document/document-type-table.ts';

/** Faces a paper is set in; all of Times New Roman or a font with its widths. */
export type LayoutFace = 'regular' | 'bold' | 'italic' | 'bold-italic';

/** Every element of a paper that has a look of its own. */
export type PaperElement =
  | 'nation'
  | 'motto'
  | 'above'
  | 'issuer'
  | 'separator'
  | 'number'
  | 'letter-subject'
  | 'date'
  | 'type'
  | 'abstract'
  | 'addressee'
  | 'opening'
  | 'basis'
  | 'body'
  | 'chapter'
  | 'section'
  | 'heading'
  | 'subheading'
  | 'table-head'
  | 'table-cell'
  | 'authority'
  | 'post'
  | 'signer'
  | 'recipients-label'
  | 'recipient'
  | 'urgency'
  | 'circulation'
  | 'draft-mark'
  | 'typist'
  | 'page-number';

/** How an element looks. `size` in points, `body` for the size of the text that the office sets; `source` is where the rule is written. */
export type ElementLook = {
  readonly size: number | 'body';
  readonly face: LayoutFace;
  readonly isUpper: boolean;
  readonly isUnderlined?: boolean;
  readonly source: string;
};

/** The layout of one regime's papers. Millimetres for what a ruler measures, points for what type is measured in. */
export type PaperLayout = {
  readonly regime: DocumentRegime;
  /** Sheet and margins, mm. */
  readonly page: {
    readonly width: number;
    readonly height: number;
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly source: string;
  };
  /** Widths of the two blocks of the header and of the signature part, mm; each pair fills the width of the text. */
  readonly header: { readonly left: number; readonly right: number; readonly source: string };
  readonly signature: { readonly left: number; readonly right: number; readonly source: string };
  /** First line of a paragraph, mm. */
  readonly indent: number;
  /** Points between paragraphs. */
  readonly paragraphGap: number;
  /** Top of the page number, mm from the edge; from page 2. */
  readonly pageNumberTop: number;
  /** Share of the text's length of the rules below names (State) or of the rule below the national title. */
  readonly rules: { readonly nation: number; readonly issuer: number; readonly abstract: number };
  readonly elements: Readonly<Record<PaperElement, ElementLook>>;
};
